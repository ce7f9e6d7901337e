// Small drawings that stand beside words: the line of a status, the shape of a type. Colours are the style sheet's.

const SHAPES = {
  dot: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12",
  square: "M2.6 2.6h10.8v10.8h-10.8z",
  diamond: "M8 1l7 7l-7 7l-7-7z",
  hexagon: "M4.4 1.8h7.2l3.6 6.2l-3.6 6.2h-7.2l-3.6-6.2z",
  star: "M8 .8l2.1 4.8l5.2.5l-3.9 3.4l1.2 5.1L8 11.9l-4.6 2.7l1.2-5.1L.7 6.1l5.2-.5z",
  triangle: "M8 1.6l6.8 12h-13.6z",
  triangleDown: "M8 14.4l6.8-12h-13.6z",
  box: "M1 4h14v8H1z",
};

function shapeSymbol(shape, family) {
  return svg(
    "svg",
    { class: `symbol family-${family}`, viewBox: "0 0 16 16", "aria-hidden": "true" },
    svg("path", { d: SHAPES[shape] ?? SHAPES.dot }),
  );
}

function typeSymbol(type) {
  const { shape, family } = model.types[type];
  return shapeSymbol(shape, family);
}

/** A sample of the line that a status is drawn with; crossed where it is negated. */
function statusSymbol(status) {
  const line = svg("path", { class: "line", d: "M1 8h26" });
  const cross = status === "negated" && svg("path", { class: "cross", d: "M10 4l8 8m0-8l-8 8" });
  return svg("svg", { class: `sample status-${status}`, viewBox: "0 0 28 16", "aria-hidden": "true" }, line, cross);
}

/** A bar as long as `share`, from 0 to 1. */
function bar(share, attributes) {
  const part = (width, name) => svg("rect", { class: name, width, height: 8, rx: 4 });
  return svg(
    "svg",
    { viewBox: "0 0 96 8", "aria-hidden": "true", ...attributes },
    part(96, "whole"),
    part(Math.max(share * 96, 3), "part"),
  );
}

function icon(path) {
  return svg("svg", { class: "glyph", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: path }));
}

const ICONS = {
  moon: "M16.5 12.5A7 7 0 0 1 7.500 3.500a7 7 0 1 0 9 9z",
  sun: "M10 6a4 4 0 1 0 0 8a4 4 0 1 0 0-8M10 1v2m0 14v2M1 10h2m14 0h2M3.600 3.600l1.400 1.400m10 10l1.400 1.400M3.600 16.400l1.400-1.400m10-10l1.400-1.400",
  close: "M4.500 4.500l11 11m0-11l-11 11",
  previous: "M12.500 4l-6 6l6 6",
  next: "M7.500 4l6 6l-6 6",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  fit: "M3 8V3h5M17 8V3h-5M3 12v5h5M17 12v5h-5",
  picture: "M10 3v9m-4-4l4 4l4-4M4 16h12",
  filter: "M3 5h14M6 10h8M8.500 15h3",
};
