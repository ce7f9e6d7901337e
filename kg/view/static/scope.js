// What is on the drawing, and where: the core, everything, or what concerns one entity.

const RING = 230; // pixels between the rings around an entity
const ROOM = 150; // pixels on a ring for each neighbour
const ONE_RING = 18; // neighbours that one ring is enough for
const FLAT = 1.25; // screens are wider than high

/** Keys of nodes with their points, and edges with how many of their statements pass the filters. */
function onDrawing() {
  const edges = new Map();
  for (const statement of passing()) {
    if (inScope(statement)) edges.set(statement.edge, (edges.get(statement.edge) ?? 0) + 1);
  }
  const keys = new Set([...edges.keys()].flatMap((number) => [model.edges[number].from, model.edges[number].to]));
  if (state.scope.kind === "entity") return { edges, points: ringsAround(state.scope.entity, keys) };
  const place = (node) => (state.scope.kind === "core" ? node.core : [node.x, node.y]);
  return { edges, points: new Map([...keys].map((key) => [key, place(nodeOf(key))])) };
}

function inScope(statement) {
  const { kind, entity } = state.scope;
  if (kind === "entity") return concerns(statement, entity);
  return kind === "all" || statement.ends.every((key) => nodeOf(key).core);
}

/** The node of a key; an entity that is only a source or a place has none in the drawing, so it gets one here. */
function nodeOf(key) {
  const found = model.nodes.get(key) ?? {
    id: key,
    label: model.entities[key].label,
    size: 10,
    fontSize: 13,
    literal: false,
  };
  model.nodes.set(key, found);
  return found;
}

/** Points on rings around the entity, neighbours of one kind side by side. */
function ringsAround(centre, keys) {
  const others = [...keys].filter((key) => key !== centre).sort(byKind);
  const points = new Map([[centre, [0, 0]]]);
  let radius = others.length <= ONE_RING ? Math.max(RING, (others.length * ROOM) / (2 * Math.PI)) : 1.4 * RING;
  for (let done = 0, shift = 0; done < others.length; radius += RING, shift = 0.5 - shift) {
    const room = others.length <= ONE_RING ? others.length : Math.floor((2 * Math.PI * radius) / ROOM);
    const count = Math.min(room, others.length - done);
    others.slice(done, done + count).forEach((key, i) => points.set(key, onRing(radius, (i + shift) / count)));
    done += count;
  }
  return points;
}

function byKind(a, b) {
  const [first, second] = [nodeOf(a), nodeOf(b)];
  return familyOf(first).localeCompare(familyOf(second)) || collator.compare(first.label, second.label) || a - b;
}

function onRing(radius, turn) {
  const angle = 2 * Math.PI * turn - Math.PI / 2;
  return [Math.round(FLAT * radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
}

function chooseScope(scope) {
  change({ scope });
}

/** Makes sure that what is selected is on the drawing: leaves a core or a neighbourhood that it is not part of. */
function widenScope(keys) {
  const { points } = onDrawing();
  if (keys.every((key) => points.has(key))) return;
  const entity = keys.find((key) => key < model.entities.length);
  if (keys.every((key) => nodeOf(key).core)) chooseScope({ kind: "core" });
  else if (model.hasCore || !model.nodes.get(entity).drawn) chooseScope({ kind: "entity", entity });
  else chooseScope({ kind: "all" });
}
