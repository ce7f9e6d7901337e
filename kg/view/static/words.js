// The words of the page, in the language that it was made in.

const words = readJson("kg-words");
const language = document.documentElement.lang;
const inDigits = new Intl.NumberFormat(language);
const asPercent = new Intl.NumberFormat(language, { style: "percent" });
const collator = new Intl.Collator(language, { numeric: true });

/** The words of `key` with {names} filled in; the singular where there is one and n is 1. */
function say(key, values = {}) {
  const template = (values.n === 1 && words[`${key}_one`]) || words[key];
  return template.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? inDigits.format(values[name]) : values[name],
  );
}

/** A name for comparing: without case, accents, and surplus blanks. */
function folded(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/\s+/g, " ").trim();
}

function capitalized(text) {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
