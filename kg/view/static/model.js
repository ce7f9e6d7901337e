// What the page knows: entities, statements and edges, joined to each other by number.

const ROLES = ["subject", "object", "source", "place"];
const MODALITIES = ["asserted", "reported", "planned", "possible", "hypothetical"];
const POLARITIES = ["affirmed", "negated"];
const model = joined(readJson("kg-contents"), readJson("kg-drawing"));

function joined(contents, drawing) {
  const found = { ...contents, start: drawing.start, nodes: new Map(), edges: drawing.edges };
  found.entities.forEach((entity, number) => Object.assign(entity, { number, roles: rolesOf() }));
  found.statements.forEach((statement, number) => joinStatement(found, statement, number));
  drawing.nodes.forEach((node) =>
    found.nodes.set(node.id, { ...node, drawn: true, literal: node.id >= found.entities.length }),
  );
  found.edges.forEach((edge) => edge.statements.forEach((number) => joinEdge(found.statements[number], edge)));
  found.byEntity = new Map(found.entities.map((entity) => [entity.id, entity]));
  found.byStatement = new Map(found.statements.map((statement) => [statement.id, statement]));
  found.hasCore = drawing.nodes.some((node) => node.core);
  return found;
}

function rolesOf() {
  return Object.fromEntries(ROLES.map((role) => [role, []]));
}

function joinStatement(found, statement, number) {
  Object.assign(statement, {
    number,
    object: statement.object ?? -1,
    attribution: statement.attribution ?? -1,
    places: statement.places ?? [],
  });
  for (const [role, entity] of involved(statement)) found.entities[entity].roles[role].push(number);
}

function joinEdge(statement, edge) {
  statement.edge = edge.id;
  statement.ends = [edge.from, edge.to];
}

/** Pairs of role and number of entity. */
function involved(statement) {
  const pairs = [
    ["subject", statement.subject],
    ["object", statement.object],
    ["source", statement.attribution],
  ];
  return [...pairs, ...statement.places.map((place) => ["place", place])].filter(([, entity]) => entity >= 0);
}

/** Statements that an entity has any part in, each once. */
function concerning(entity) {
  return [...new Set(ROLES.flatMap((role) => entity.roles[role]))]
    .sort((a, b) => a - b)
    .map((number) => model.statements[number]);
}

/** What a statement says and the sentences it is from, folded for searching. */
function searchText(statement) {
  statement.searchText ??= folded(
    [inWords(statement), ...wordsOf(statement), ...statement.evidence.map(([sentence]) => model.sentences[sentence][3])].join(" "),
  );
  return statement.searchText;
}

/** Subject, relation and object, as they are labelled. */
function wordsOf(statement) {
  return [model.entities[statement.subject].label, model.relations[statement.relation].label, objectLabel(statement)];
}

function objectLabel(statement) {
  return statement.object < 0 ? (statement.literal ?? "") : model.entities[statement.object].label;
}

function familyOf(node) {
  return node.literal ? "literal" : model.types[model.entities[node.id].type].family;
}
