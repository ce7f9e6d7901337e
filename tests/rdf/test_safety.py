"""Queries that would reach the network, local files, or change something are refused; those that look so are not."""

from __future__ import annotations

import contextlib
import http.server
import random
import threading
from collections.abc import Iterator

import pyoxigraph
import pytest

from kg.errors import QueryError, QueryRefused
from kg.rdf.namespaces import Names
from kg.rdf.safety import bound, check, tokens

NAMES = Names()

REFUSED = [
    "SELECT * { SERVICE <http://e.org/> { ?s ?p ?o } }",
    "select * { service silent <http://e.org/> { ?s ?p ?o } }",
    "SELECT*{SERVICE<http://e.org/>{}}",
    "SELECT * { ?s ?p trueSERVICE<http://e.org/> {} }",
    "SELECT * { ?s ?p 1SERVICE<http://e.org/> {} }",
    "SELECT * { SERVICESILENT<http://e.org/> {} }",
    "PREFIX : <http://e.org/> SELECT * { SERVICE:x {} }",
    "PREFIX : <http://e.org/> SELECT * { ?s ?p true.SERVICE:x {} }",
    "SELECT * { ?s ?p ent:a.b.SERVICE<http://e.org/> {} }",
    "SELECT * { ?s ?p ent:.SERVICE<http://e.org/> {} }",
    "SELECT * { ?s ?p ent:a\\'b SERVICE <http://e.org/> { ?s ?p 'x' } }",
    "SELECT * { ?s ?p ent:a\\#b SERVICE <http://e.org/> {} }",
    "SELECT * { ?s ?p <a:'> . SERVICE <http://e.org/> { ?s ?p '' } }",
    "SELECT * { ?s ?p <a:\\u0070'> . SERVICE <http://e.org/> { ?s ?p '' } }",
    "SELECT * { ?s ?p 'x\\'' . SERVICE <http://e.org/> {} }",
    "SELECT * { ?s ?p '''x''' SERVICE <http://e.org/> { ?s ?p '''y''' } }",
    "SELECT * { # it's a trap\n SERVICE <http://e.org/> { ?s ?p 'x' } }",
    "SELECT * { VALUES ?u { <http://e.org/> } SERVICE ?u {} }",
    "LOAD <file:///etc/passwd>",
    "INSERT DATA { <a:b> <a:c> <a:d> }",
    "DELETE WHERE { ?s ?p ?o }",
    "PREFIX a: <b:> CLEAR ALL",
    "drop graph <a:b>",
    "SELECT * { } ; DROP ALL",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://e.org/g> { ?s ?p ?o }",
    "SELECT*FROM<http://e.org/g>{?s ?p ?o}",
    "PREFIX f: <file:///etc/> SELECT * FROM f:passwd { ?s ?p ?o }",
    "PREFIX art: <file:///etc/> SELECT * FROM art:passwd { ?s ?p ?o }",
    "BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }",
    "ASKFROM <http://e.org/g> { ?s ?p ?o }",
    "ASKFROMNAMED<http://e.org/g>{ ?s ?p ?o }",
    "SELECT DISTINCT*FROMNAMED<http://e.org/g>{ ?s ?p ?o }",
    "PREFIX art:<file:///etc/> SELECT *FROMart:passwd { ?s ?p ?o }",
    "PREFIX art:<file:///etc/> ASKFROMNAMEDart:passwd { ?s ?p ?o }",
    "PREFIX :<file:///etc/> ASKFROM:passwd { ?s ?p ?o }",
    "PREFIXa:<file:///etc/>SELECT * FROM a:passwd { ?s ?p ?o }",
    "PREFIXart:<file:///etc/>SELECT * FROM art:passwd { ?s ?p ?o }",
    "PREFIX a:<a:b>PREFIXart:<file:///etc/>ASK FROM art:passwd { ?s ?p ?o }",
    "SELECT * FROM unknown:g { ?s ?p ?o }",
]  # fmt: skip

ALLOWED = [
    "SELECT * { ?s ?p ?o }",
    "# SERVICE <http://e.org/>\nSELECT * { ?s ?p ?o } # LOAD",
    'SELECT * { ?s ?p "SERVICE <http://e.org/>" }',
    "SELECT * { ?s ?p '''DROP ALL; it's \"INSERT\"''' }",
    "SELECT ?service ?load { ?service kg:met ?load }",
    "SELECT * { ent:Secret_Service kg:met ent:National_Health_Service }",
    "SELECT * { <http://e.org/SERVICE> ?insert $delete }",
    'SELECT * { ?s rdfs:label "x"@de-AT . FILTER(?a < 3 && ?b > 2) }',
    "SELECT * { ?s a/rdfs:label|^kg:met* ?o . FILTER(!BOUND(?x) || ?x != 1.5e-3) }",
    "SELECT * { _:service ?p [] . BIND(\"a\\\"b\\u0041\" AS ?x) }",
    "SELECT * { ?s ?p ?o } VALUES (?s ?p) { (<a:b> UNDEF) }",
    "PREFIX x: <http://e.org/> SELECT * { x:a%20b x:c\\-d ?o . OPTIONAL { ?o x:_ 'y' } }",
    "SELECT * FROM <https://kg.example/article/havn> { ?s ?p ?o }",
    "SELECT * FROM art:havn FROM NAMED graph:edges { ?s ?p ?o }",
    "ASKFROMNAMED<https://kg.example/article/havn>{ ?s ?p ?o }",
    "PREFIX a:<https://kg.example/article/>SELECT*FROM a:havn{ ?s ?p ?o }",
    "DESCRIBE ent:Post_from_Rome ent:PREFIX ?from",
    "ASK { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE ent:Anna_Berg",
    "CONSTRUCT { ?s kg:met ?o } WHERE { ?o kg:met ?s }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING(?n>1) ORDER BY DESC(?n) LIMIT 5 OFFSET 1",
]  # fmt: skip


@pytest.mark.parametrize("query", REFUSED)
def test_what_reaches_out_is_refused(query: str) -> None:
    with pytest.raises(QueryRefused):
        check(query, NAMES)


@pytest.mark.parametrize("query", ALLOWED)
def test_a_word_in_a_name_a_string_or_a_comment_is_no_reason(query: str) -> None:
    check(query, NAMES)


@pytest.mark.parametrize(
    "query",
    ["SELECT * { ?s ?p 'x }", 'SELECT * { ?s ?p "x\n" }', "\\u0053ERVICE", "SELECT `x`", "SELECT * { ?s ?p '\\q' }"],
)
def test_what_cannot_be_cut_into_tokens_is_no_query(query: str) -> None:
    with pytest.raises(QueryError, match="no SPARQL at line 1"):
        check(query, NAMES)


def test_tokens_are_those_of_sparql() -> None:
    found = [(token.kind, token.text) for token in tokens("SELECT ?x{?x a:b\\'c 'd#e'@de,<f#'>#g\n.}")]
    assert found == [
        ("word", "SELECT"), ("variable", "?x"), ("mark", "{"), ("variable", "?x"), ("name", "a:b\\'c"),
        ("string", "'d#e'"), ("tag", "@de"), ("mark", ","), ("iri", "<f#'>"), ("mark", "."), ("mark", "}"),
    ]  # fmt: skip


def test_a_value_is_put_in_for_variables_only() -> None:
    query = "SELECT ?y { $x ?p '?x' # ?x\n ; ?xy ?x }"
    value = pyoxigraph.Literal('" } SERVICE')
    assert bound(query, {"x": value}) == 'SELECT ?y { "\\" } SERVICE" ?p \'?x\' # ?x\n ; ?xy "\\" } SERVICE" }'


# ------------------------------------------------------------------------ what Oxigraph does with queries like these


class _Server(http.server.BaseHTTPRequestHandler):
    reached: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.reached.append(self.path)
        self.send_error(404)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


PIECES = [
    "?s ?p ?o", "?s ?p true", "?s ?p 1.5", '?s ?p "x"', "?s ?p 'it\"s'", '?s ?p """x"""', "?s ?p 'x'@de-1", "?s ?p a:b",
    "?s ?p a:", "?s ?p a:b.c", "?s ?p a:b.", "?s ?p a:\\#x", "?s ?p a:\\'x", "?s ?p <a:'>", "?s ?p <a:\\u0070'>",
    "?s ?p <a:#>", "?s ?p _:b", "?s ?p []", "# c '\n", '# """\n', "FILTER(1<2)", "FILTER(?s<?o)", "{?s ?p ?o}",
    "VALUES ?z {1}", "FILTER(?s=\"'\")", "?s ?p '\\''", "?s ?p a:x-y", "?s ?p a:b%20c", "<<?s ?p ?o>> ?p ?o",
]  # fmt: skip
SERVICES = ["SERVICE <U> {}", "service silent<U>{}", "SERVICE:x{}", "SERVICESILENT<U>{}", "SERVICE\n#c\n<U> {}"]
HEADS = ["SELECT * {", "ASK{", "SELECT*WHERE{", "CONSTRUCT{?s ?p ?o}WHERE{"]
GLUE = ["", " ", "\n", ".", " . ", ".\n", "#\n", ";"]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_reaches_a_server_is_refused(seed: int, url: str) -> None:
    """Queries glued together at random are run as they are; each one that gets through to it must be refused."""
    store = pyoxigraph.Store()
    store.add(pyoxigraph.Quad(*map(pyoxigraph.NamedNode, ("a:s", "a:p", "a:o"))))
    choice = random.Random(seed).choice
    reached = 0
    for _ in range(600):
        body = "".join(choice(PIECES) + choice(GLUE) for _ in range(choice((0, 1, 2)))) + choice(SERVICES)
        query = f"PREFIX : <{url}> PREFIX a: <a:> " + choice(HEADS) + body.replace("U", url) + choice(GLUE) + "}"
        _Server.reached.clear()
        with contextlib.suppress(SyntaxError, OSError, TypeError):
            list(store.query(query))  # type: ignore[arg-type]
        if _Server.reached:
            reached += 1
            with pytest.raises(QueryRefused):
                check(query, NAMES)
    assert reached > 50
