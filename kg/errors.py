"""Everything that can go wrong and that a user can mend, as one tree.

KGError
├── UsageError            wrong use: bad option, unknown name, nothing to read          (exit code 2)
│   ├── OutputUnwritable  a folder or file that is named to write to cannot be written
│   ├── GraphMissing      no graph has been built in this folder yet
│   ├── ModelNotFound     no such pipeline is shipped or installed
│   └── EntityNotFound    no entity of this name in the graph
├── ArticleError          one article cannot be used; the others are built              (exit code 1)
│   ├── EmptyArticle      no text in it
│   ├── ArticleTooLong    more text than one article has
│   ├── NotFetched        a server that cannot be reached or has nothing at the address
│   ├── NotText           binary content, or an encoding that cannot be read
│   └── BadMetadata       a sidecar, front matter or JSON line that does not say what it should
├── DataError             data shipped with kg, or an edited copy of it, is wrong
│   ├── LexiconError      a YAML file under kg/lang/
│   └── OntologyError     a file under ontologies/
├── NotYaml               a file of people's that should be YAML; who reads it says what it is of
├── StoreError            the store is locked, broken, or the disk is full
└── QueryError            a SPARQL query that is wrong, refused or too slow
    ├── QueryRefused      it would reach the network or local files
    └── QueryTimeout      it ran past its limit

Every message is one clear line that says what to do. Nothing else is raised on purpose.
"""


class KGError(Exception):
    """Base of all errors that kg raises on purpose."""


class UsageError(KGError):
    """The call cannot be carried out as it stands."""


class OutputUnwritable(UsageError):
    """The output folder cannot be written."""


class GraphMissing(UsageError):
    """No graph has been built in this folder yet."""


class ModelNotFound(UsageError):
    """No such pipeline is shipped or installed."""


class EntityNotFound(UsageError):
    """No entity of this name in the graph."""


class ArticleError(KGError):
    """One article cannot be used; a build goes on with the others."""


class EmptyArticle(ArticleError):
    """There is no text in it."""


class ArticleTooLong(ArticleError):
    """More text than one article has; a dump of many, most likely."""


class NotText(ArticleError):
    """Binary content, or an encoding that cannot be read."""


class NotFetched(ArticleError):
    """A server that cannot be reached, or has nothing at this address."""


class BadMetadata(ArticleError):
    """A sidecar, front matter or JSON line that does not say what it should."""


class DataError(KGError):
    """Data shipped with kg, or an edited copy of it, is wrong."""


class LexiconError(DataError):
    """A YAML file under kg/lang/ is wrong."""


class OntologyError(DataError):
    """A file under ontologies/ is wrong."""


class NotYaml(KGError):
    """A text that should be plain YAML and is not."""


class StoreError(KGError):
    """The store is locked, broken, or the disk is full."""


class QueryError(KGError):
    """A SPARQL query is wrong. `excerpt` is its line with a mark below the place, "" where there is no one place."""

    excerpt = ""


class QueryRefused(QueryError):
    """A query that would reach the network or local files."""


class QueryTimeout(QueryError):
    """A query that ran past its limit."""
