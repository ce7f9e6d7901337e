// The words on the edges: drawn by us, so that they never cover each other and a negated edge is always crossed out.

const TAG_FONT = 12;
const TAG_LINE = 14;
const TAG_WIDTH = 20; // characters of a line
const TAG_SCALE = 0.6; // zoom below which words are too small to read
const PLACES = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78]; // along an edge, best first

/** The words of an edge on lines, and their size in pixels. */
function tagOf(edge, shown, context) {
  const statement = model.statements[edge.statements[0]];
  const text = relationWords(statement) + (shown > 1 ? ` (${inDigits.format(shown)})` : "");
  const lines = brokenLines(text.slice(0, 60), TAG_WIDTH);
  context.font = `${TAG_FONT}px ${FONT}`;
  const negated = statement.polarity === "negated";
  const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 10 + (negated ? 15 : 0);
  return { edge: edge.id, lines, negated, status: statusOf(statement), width, height: lines.length * TAG_LINE + 4 };
}

function brokenLines(text, length) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + 1 + word.length > length) lines.push(word);
    else lines[last] = `${lines[last]} ${word}`.trim();
  }
  return lines;
}

/** Tags with the point where each stands; `free` says that nothing is in its way there, `middle` is the edge's own. */
function placedTags(tags, boxes, pointOn) {
  const taken = new Grid(boxes);
  return tags.map((tag) => {
    const middle = pointOn(tag.edge, 0.5);
    const place = placesAlong(tag, pointOn).find((point) => taken.isFree(boxAround(point, tag)));
    if (place) taken.add(boxAround(place, tag));
    return { ...tag, point: place ?? middle, middle, free: Boolean(place) };
  });
}

/** Where the words may stand: on the edge, or beside it and still touching it, of a bent one on its outer side. */
function placesAlong(tag, pointOn) {
  const points = PLACES.map((at) => pointOn(tag.edge, at));
  const [start, end] = [pointOn(tag.edge, 0.25), pointOn(tag.edge, 0.75)];
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const [across, down] = [(end.y - start.y) / length, (start.x - end.x) / length];
  const reach = (Math.abs(across) * tag.width + Math.abs(down) * tag.height) / 2;
  const beside = (side) =>
    points.slice(0, 7).map(({ x, y }) => ({ x: x + side * reach * across, y: y + side * reach * down }));
  const bent = (points[0].x - (start.x + end.x) / 2) * across + (points[0].y - (start.y + end.y) / 2) * down;
  return [...points, ...beside(0.6), ...beside(-0.6), ...(Math.abs(bent) > 2 ? beside(Math.sign(bent)) : [])];
}

function boxAround({ x, y }, { width, height }) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Boxes by the square of the sheet that they touch. */
class Grid {
  constructor(boxes, side = 120) {
    this.cells = new Map();
    this.side = side;
    boxes.forEach((box) => this.add(box));
  }

  *cellsOf({ left, right, top, bottom }) {
    const cell = (value) => Math.floor(value / this.side);
    for (let x = cell(left); x <= cell(right); x += 1) {
      for (let y = cell(top); y <= cell(bottom); y += 1) yield `${x} ${y}`;
    }
  }

  add(box) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }

  isFree(box) {
    return [...this.cellsOf(box)].every((cell) => !(this.cells.get(cell) ?? []).some((other) => overlap(box, other)));
  }
}

/** Draws a tag: its words on paper; with `words` false only the cross of a negated one. */
function drawTag(context, tag, { words: withWords, faded, strong }) {
  const line = colour(faded ? "faded-ink" : `status-${tag.status}`);
  if (!withWords) return tag.negated && drawCross(context, tag.middle.x, tag.middle.y, 7, line);
  const { left, top } = boxAround(tag.point, tag);
  context.fillStyle = colour("paper");
  context.globalAlpha = 0.94;
  context.beginPath();
  context.roundRect(left, top, tag.width, tag.height, 4);
  context.fill();
  context.globalAlpha = 1;
  if (strong) {
    context.strokeStyle = line;
    context.lineWidth = 1.5;
    context.stroke();
  }
  if (tag.negated) drawCross(context, left + 11, tag.point.y, 5, line);
  drawLines(context, tag, line);
}

function drawLines(context, tag, ink) {
  context.font = `${TAG_FONT}px ${FONT}`;
  context.fillStyle = ink;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const x = tag.point.x + (tag.negated ? 7.5 : 0);
  tag.lines.forEach((text, i) => context.fillText(text, x, tag.point.y + (i - (tag.lines.length - 1) / 2) * TAG_LINE));
}

function drawCross(context, x, y, arm, ink) {
  context.strokeStyle = ink;
  context.lineWidth = 2.6;
  context.lineCap = "round";
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.stroke();
  context.lineCap = "butt";
}
