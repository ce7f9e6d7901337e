// The panel of one entity: its names, where else it is found, and all that is said of it.

const FIRST = 40; // statements shown at first
const FIRST_NAMES = 12;

function entityPanel(entity) {
  const type = model.types[entity.type];
  return [
    el("p", { class: "kind" }, typeSymbol(entity.type), " ", capitalized(type.label)),
    el("h2", {}, isolated(entity.label)),
    otherLabels(entity),
    entity.mentions > 0 &&
      el(
        "p",
        { class: "fine" },
        say("mentions", { n: entity.mentions, articles: say("count_articles", { n: entity.articles }) }),
      ),
    entityActions(entity),
    aliases(entity),
    links(entity),
    ROLES.map((role) =>
      statementGroup(
        say(`as_${role}`),
        entity.roles[role].map((number) => model.statements[number]),
      ),
    ),
  ];
}

function otherLabels(entity) {
  const names = new Intl.DisplayNames([language], { type: "language", fallback: "code" });
  const others = Object.entries(entity.labels).filter(([, label]) => label !== entity.label);
  if (!others.length) return null;
  const languageName = (code) => (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code) ? names.of(code) : code);
  return el(
    "p",
    { class: "fine" },
    others.map(([code, label], i) => [
      i ? " · " : null,
      isolated(say("other_language", { language: languageName(code), label })),
    ]),
  );
}

function entityActions(entity) {
  const inFocus = state.scope.chosen && state.scope.entity === entity.number;
  const scope = inFocus
    ? { kind: model.hasCore ? "core" : "all" }
    : { kind: "entity", entity: entity.number, chosen: true };
  const label = inFocus ? say("back_to_graph") : say("focus");
  return (
    concerning(entity).length > 0 &&
    el("p", { class: "actions" }, button(label, { class: "small", click: () => change({ scope, view: "graph" }) }))
  );
}

function aliases(entity) {
  const names = (entity.aliases ?? []).filter(([name]) => name !== entity.label);
  names.sort(([a, times], [b, others]) => others - times || collator.compare(a, b));
  const alias = ([name, times]) =>
    el("li", {}, isolated(name), times > 1 && el("small", {}, ` ${inDigits.format(times)}×`));
  return names.length > 0 && [el("h3", {}, say("aliases")), shortList("chips", names, alias, FIRST_NAMES)];
}

/** A list of what `item` makes of the values, the first ones at once, the others when they are asked for. */
function shortList(name, values, item, first) {
  const list = el("ul", { class: name }, values.slice(0, first).map(item));
  const rest = values.slice(first);
  const add = ({ currentTarget }) => {
    list.append(...rest.map(item));
    currentTarget.remove();
  };
  return [list, rest.length > 0 && button(say("more", { n: rest.length }), { class: "small", click: add })];
}

function links(entity) {
  const item = ([text, url]) => el("li", {}, (url && outwardLink(url, text)) || isolated(text));
  return (
    Boolean(entity.links?.length) && [el("h3", {}, say("links")), el("ul", { class: "links" }, entity.links.map(item))]
  );
}

/** A heading with statements under it. */
function statementGroup(title, statements) {
  if (!statements.length) return null;
  const heading = el("h3", {}, title, " ", el("span", { class: "number" }, inDigits.format(statements.length)));
  return el("section", {}, heading, shortList("statements", statements, statementItem, FIRST));
}

function statementItem(statement) {
  const [subject, , object] = wordsOf(statement);
  const [before, after] = model.words[statement.words];
  const told = (words) => words && el("b", { class: `status-${statusOf(statement)}` }, words);
  const line = [isolated(subject), " ", told(before), " ", isolated(object), after && " ", told(after)];
  const fine = [statement.modality !== "asserted" && statusLabel(statement), qualifierWords(statement)]
    .filter(Boolean)
    .join(" · ");
  const open = () => select({ kind: "statement", number: statement.number }, { focus: true });
  return el(
    "li",
    {},
    button(
      statusSymbol(statusOf(statement)),
      { class: "statement", click: open },
      el("span", {}, line, fine && el("small", {}, isolated(fine))),
    ),
  );
}
