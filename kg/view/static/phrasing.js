// A statement and its qualifiers in words.

const COMPARATORS = {
  ">=": "comparator_ge",
  "<=": "comparator_le",
  ">": "comparator_gt",
  "<": "comparator_lt",
  "~": "comparator_about",
};
const DATE_STYLES = [
  { year: "numeric" },
  { year: "numeric", month: "long" },
  { year: "numeric", month: "long", day: "numeric" },
];

/** The status that a statement is drawn and filtered by: "negated", or its modality. */
function statusOf(statement) {
  return statement.polarity === "negated" ? "negated" : statement.modality;
}

function statusLabel(statement) {
  const modality = say(`modality_${statement.modality}`);
  if (statement.polarity !== "negated") return modality;
  return statement.modality === "asserted"
    ? say("polarity_negated")
    : `${say("polarity_negated")}, ${modality.toLowerCase()}`;
}

/** The words of the relation with the status, without the object: "hat … nicht getroffen". */
function relationWords(statement) {
  return model.words[statement.words].filter(Boolean).join(" … ");
}

/** The whole statement as a line. */
function inWords(statement) {
  const [subject, , object] = wordsOf(statement);
  const [before, after] = model.words[statement.words];
  return [subject, before, object, after].filter(Boolean).join(" ");
}

function countWords([value, comparator]) {
  const times = say("times", { n: value });
  return comparator in COMPARATORS ? say(COMPARATORS[comparator], { n: times }) : times;
}

/** A day, month or year ("2023-04") in words; null if it is none of them. */
function dateWords(text) {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  const style = DATE_STYLES[found[3] ? 2 : found[2] ? 1 : 0];
  return new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" }).format(date);
}

/** A time in words: from its EDTF value where that is simple, else from its days, else the words of the text. */
function timeWords(time) {
  return rangeWords(...(time.value ?? "").split("/")) ?? rangeWords(time.start ?? "", time.end ?? "") ?? time.text;
}

function rangeWords(start, end) {
  if (end === undefined) return dateWords(start);
  const [from, to] = [dateWords(start), dateWords(end)];
  if (from && to) return from === to ? from : say("span", { start: from, end: to });
  if (from && (end === ".." || end === "")) return say("since", { date: from });
  if (to && (start === ".." || start === "")) return say("until", { date: to });
  return null;
}

/** Time, places and count in one line. */
function qualifierWords(statement) {
  const parts = [
    statement.count && countWords(statement.count),
    statement.time && timeWords(statement.time),
    statement.places.map((place) => model.entities[place].label).join(", "),
  ];
  return parts.filter(Boolean).join(" · ");
}

function articleName(article) {
  return article.title || article.id;
}

/** Source and day of an article in one line. */
function articleLine(article) {
  return [article.source, article.published && dateWords(article.published)].filter(Boolean).join(" · ");
}
