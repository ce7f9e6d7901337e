// The panel of one statement: what it says, how the text commits itself, its qualifiers, the sentences it is from.

function statementPanel(statement) {
  return [
    el("h2", { class: "sentence" }, sentenceParts(statement)),
    statusBlock(statement),
    qualifiers(statement),
    el("h3", {}, say("evidence", { n: statement.evidence.length })),
    statement.evidence.map((evidence) => evidenceBlock(evidence, statement)),
    stepper(statement),
  ];
}

/** Subject, relation and object; the things are links to what else is said of them. */
function sentenceParts(statement) {
  const [, , object] = wordsOf(statement);
  const target = statement.object < 0 ? isolated(object, { class: "phrase" }) : entityLink(statement.object);
  const [before, after] = model.words[statement.words];
  const told = (words) => words && el("span", { class: `relation status-${statusOf(statement)}` }, words);
  return [entityLink(statement.subject), " ", told(before), " ", target, after && " ", told(after)];
}

function entityLink(number) {
  const entity = model.entities[number];
  return button(isolated(entity.label), {
    class: `link family-${model.types[entity.type].family}`,
    click: () => select({ kind: "entity", number }, { focus: true }),
  });
}

function statusBlock(statement) {
  const kinds = statement.polarity === "negated" ? ["negated"] : [];
  if (statement.modality !== "asserted" || !kinds.length) kinds.push(statement.modality);
  return el(
    "ul",
    { class: "told" },
    kinds.map((kind) => statusItem(kind, statement)),
  );
}

function statusItem(kind, statement) {
  const label = kind === "asserted" ? say("told_fact") : say(`told_${kind}`);
  const source = kind !== "negated" && statement.attribution >= 0 && el("p", { class: "by" }, attribution(statement));
  return el(
    "li",
    { class: `status-${kind}` },
    statusSymbol(kind),
    el("div", {}, el("strong", {}, label), el("p", {}, say(`told_${kind}_text`)), source),
  );
}

/** "according to …", the source a link. */
function attribution(statement) {
  const [before, after] = say("told_by", { name: "\u0000" }).split("\u0000");
  return [before, entityLink(statement.attribution), after];
}

function qualifiers(statement) {
  const { time, count, places } = statement;
  const rows = [
    time && [
      say("time"),
      [timeWords(time), timeWords(time) !== time.text && el("q", { class: "original" }, isolated(time.text))],
    ],
    places.length && [say("places"), places.map((place, i) => [i ? ", " : null, entityLink(place)])],
    count && [say("count"), countWords(count)],
    statement.attribution >= 0 && [say("source"), entityLink(statement.attribution)],
    [say("confidence"), confidence(statement.confidence ?? 1)],
    model.relations[statement.relation].open && [
      say("column_relation"),
      el("span", { title: say("open_relation_hint") }, say("open_relation")),
    ],
  ];
  return el(
    "dl",
    { class: "qualifiers" },
    rows.filter(Boolean).map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]),
  );
}

function confidence(value) {
  return [bar(value, { class: "meter" }), ` ${asPercent.format(value)}`];
}

function evidenceBlock([number, surface, said, cues], statement) {
  const [articleNumber, start, end, quote, code] = model.sentences[number];
  const article = model.articles[articleNumber];
  return el(
    "figure",
    { class: "evidence" },
    el("blockquote", { dir: "auto", lang: code }, marked(quote, said, cues)),
    el(
      "figcaption",
      {},
      articleCard(article),
      el(
        "p",
        { class: "fine" },
        say("characters", { start, end }),
        " · ",
        say("surface", { text: "" }),
        isolated(surface),
      ),
    ),
    copyButton(
      [
        inWords(statement),
        `“${quote}”`,
        [articleName(article), articleLine(article), article.url].filter(Boolean).join(", "),
      ].join("\n"),
    ),
  );
}

/** The quote with the words of subject, relation and object marked, and in another way those that set the status. */
function marked(quote, said, cues) {
  const parts = [];
  let done = 0;
  for (const [start, end, attributes] of [...runs(said, {}), ...runs(cues, { class: "cue" })].sort(byPlace)) {
    parts.push(quote.slice(done, start), el("mark", attributes, quote.slice(start, end)));
    done = end;
  }
  return [...parts, quote.slice(done)];
}

function runs(offsets, attributes) {
  return Array.from({ length: offsets.length / 2 }, (_, i) => [offsets[2 * i], offsets[2 * i + 1], attributes]);
}

function byPlace([first], [second]) {
  return first - second;
}

function articleCard(article) {
  const name = isolated(articleName(article), { class: "headline" });
  const line = articleLine(article);
  return [
    name,
    line && el("p", { class: "fine" }, isolated(line)),
    article.url && outwardLink(article.url, say("read_article")),
  ];
}

function outwardLink(url, text) {
  return /^https?:\/\//i.test(url) && el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text, " ↗");
}

function copyButton(text) {
  if (!navigator.clipboard) return null;
  const copy = ({ currentTarget }) =>
    navigator.clipboard.writeText(text).then(
      () => replaceContent(currentTarget, say("copied")),
      () => currentTarget.remove(), // the browser does not allow it here
    );
  return button(say("copy_quote"), { class: "small", click: copy });
}

/** To the statements before and after it, of those that pass the filters. */
function stepper(statement) {
  const numbers = passing().map((other) => other.number);
  const at = numbers.indexOf(statement.number);
  if (at < 0 || numbers.length < 2) return null;
  const step = (to, label, path) =>
    button(icon(path), {
      class: "button icon",
      "aria-label": label,
      title: label,
      disabled: !(to in numbers),
      click: () => select({ kind: "statement", number: numbers[to] }),
    });
  return el(
    "nav",
    { class: "stepper" },
    step(at - 1, say("previous"), ICONS.previous),
    say("position", { n: at + 1, total: numbers.length }),
    step(at + 1, say("next"), ICONS.next),
  );
}
