"use strict";
// Builds the page from the records in it. Everything from a record becomes a text node.
(() => {
  const SLOTS = ["form", "change", "organisation", "destinations", "origins", "organisers", "leaders",
    "participants", "hosts", "founders", "members", "places", "size", "start", "end", "date"];
  const sources = Array.from(document.querySelectorAll("script.record"));
  const byId = (id) => document.getElementById(id);
  const [search, kind, confidence, copies] = ["search", "kind", "confidence", "copies"].map(byId);
  const record = (number) => JSON.parse(sources[number].textContent);

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // What the list and the filters need; the records themselves stay as text until they are shown.
  const index = sources.map((source, number) => {
    const r = JSON.parse(source.textContent);
    return {
      number, title: r.source.title || r.text.trim().split("\n")[0].slice(0, 90) || r.source.path,
      path: r.source.path, published: r.source.published, isCopy: Boolean(r.duplicate_of),
      events: r.events.map((e) => [e.kind, e.confidence]),
      words: (r.text + "\n" + r.source.path + "\n" + (r.source.title || "")).toLowerCase(),
    };
  });

  const wanted = (entry) => {
    const least = Number(confidence.value);
    const fits = entry.events.some(([k, c]) => c >= least && (kind.value === "event" || k === kind.value));
    return (!kind.value || fits) && (copies.checked || !entry.isCopy)
      && search.value.toLowerCase().split(/\s+/).every((word) => entry.words.includes(word));
  };

  // Offsets count code points; JavaScript strings count UTF-16 units.
  const unitOffsets = (text) => {
    const offsets = [];
    let units = 0;
    for (const char of text) { offsets.push(units); units += char.length; }
    offsets.push(units);
    return offsets;
  };

  const marks = (r) => {
    const found = [];
    const mark = (className, span) => found.push({ className, start: span.start_char, end: span.end_char });
    for (const zone of r.zones) mark("zone-" + zone.kind, zone);
    for (const event of r.events) {
      event.evidence.forEach((span) => mark("evidence of-" + event.id, span));
      mark("trigger", event.trigger);
    }
    for (const [group, className] of [["organisations", "organisation"], ["people", "person"], ["places", "place"]])
      for (const entity of r[group]) entity.mentions.forEach((span) => mark(className + " of-" + entity.id, span));
    for (const date of r.dates) mark("date of-" + date.id, date);
    for (const figure of r.figures) mark("figure of-" + figure.id, figure);
    return found;
  };

  const articleText = (r) => {
    const units = unitOffsets(r.text);
    const found = marks(r);
    const edges = new Set([0, units.length - 1]);
    for (const m of found) { edges.add(m.start); edges.add(m.end); }
    const cuts = Array.from(edges).sort((a, b) => a - b);
    const opening = new Map(), closing = new Map();
    const at = (map, key) => map.get(key) || map.set(key, []).get(key);
    for (const m of found) { at(opening, m.start).push(m); at(closing, m.end).push(m); }
    const open = new Set(), box = element("div", "text");
    for (let i = 0; i + 1 < cuts.length; i++) {
      for (const m of closing.get(cuts[i]) || []) open.delete(m);
      for (const m of opening.get(cuts[i]) || []) open.add(m);
      const words = r.text.slice(units[cuts[i]], units[cuts[i + 1]]);
      box.append(element("span", Array.from(open, (m) => m.className).join(" "), words));
    }
    return box;
  };

  const light = (id, scroll) => {
    document.querySelectorAll(".active").forEach((span) => span.classList.remove("active"));
    const spans = document.querySelectorAll(".of-" + CSS.escape(id));
    spans.forEach((span) => span.classList.add("active"));
    if (scroll && spans.length) spans[0].scrollIntoView({ block: "center" });
  };

  // As in terminal.py: the text's own words where they do not name what fills a slot.
  const fillerWords = (filler, r) => {
    const own = Array.from(r.text).slice(filler.start_char, filler.end_char).join("");
    const entity = [...r.organisations, ...r.people, ...r.places].find((e) => e.id === filler.ref);
    const isNamed = entity && entity.mentions.some(
      (m) => m.start_char < filler.end_char && filler.start_char < m.end_char);
    const first = Array.from(own.toLowerCase()).slice(0, 4).join("");
    const saysSo = filler.name.toLowerCase().startsWith(first);
    return isNamed || saysSo ? filler.name : `${filler.name} („${own.split(/\s+/).join(" ")}“)`;
  };

  const words = (value, r) => {
    if (Array.isArray(value)) return value.map((filler) => fillerWords(filler, r)).join("; ");
    if (value && typeof value === "object")
      return "name" in value ? fillerWords(value, r) : ((value.modifier || "") + " " + value.value).trim();
    return value;
  };

  const eventCard = (event, r) => {
    const card = element("div", "event" + (event.confidence < Number(confidence.value) ? " weak" : ""));
    card.tabIndex = 0;
    card.append(element("span", "kind", event.kind),
      ` ${event.status}${event.reported ? ", reported" : ""}, ${event.confidence.toFixed(2)}`);
    const list = element("dl");
    for (const slot of SLOTS) {
      const value = words(event[slot], r);
      if (value) list.append(element("dt", "", slot), element("dd", "", value));
    }
    list.append(element("dt", "", "rule"), element("dd", "", event.rule));
    card.append(list);
    card.addEventListener("mouseenter", () => light(event.id, false));
    const choose = () => {
      document.querySelectorAll(".chosen").forEach((other) => other.classList.remove("chosen"));
      card.classList.add("chosen");
      light(event.id, true);
    };
    card.addEventListener("click", choose);
    card.addEventListener("focus", () => light(event.id, false));
    card.addEventListener("keydown", (press) => { if (press.key === "Enter") choose(); });
    return card;
  };

  const valueLine = (id, text) => {
    const line = element("button", "value", text);
    line.addEventListener("click", () => light(id, true));
    return line;
  };

  const facts = (r) => {
    const parts = [element("h3", "", "events")];
    r.events.forEach((event) => parts.push(eventCard(event, r)));
    if (!r.events.length) parts.push(element("small", "", "none"));
    for (const w of r.warnings) parts.push(element("div", "warning", `${w.code}: ${w.message}`));
    const group = (title, entries, text) => {
      if (!entries.length) return;
      parts.push(element("h3", "", title));
      entries.forEach((entry) => parts.push(valueLine(entry.id, text(entry))));
    };
    const join = (...values) => values.filter(Boolean).join(", ");
    group("people", r.people, (p) => join([p.title, p.name].filter(Boolean).join(" "), p.role, p.organisation && p.organisation.name));
    group("organisations", r.organisations, (o) => o.name);
    group("places", r.places, (p) => join(p.name, p.country_code));
    group("dates", r.dates, (d) => `${d.text} = ${join(d.value, d.modifier)}`);
    group("figures", r.figures, (f) => `${f.text} = ${join(f.modifier, [f.value, f.unit].filter(Boolean).join(" "), f.counts)}`);
    if (r.contacts.length) {
      parts.push(element("h3", "", "contacts"));
      r.contacts.forEach((c) => parts.push(element("div", "", `${c.kind}: ${c.value}`)));
    }
    return parts;
  };

  const legend = () => {
    const key = element("p", "key");
    for (const name of ["evidence", "organisation", "person", "place", "date", "figure", "trigger"])
      key.append(element("span", name, name), " ");
    return key;
  };

  let shown = -1;
  const show = (number) => {
    shown = number;
    const r = record(number), source = r.source;
    const copy = r.duplicate_of ? `copy of ${r.duplicate_of.path}` : "";
    byId("article").replaceChildren(
      element("h2", "", index[number].title),
      element("div", "meta", [source.publisher, source.published, source.path, copy, r.id].filter(Boolean).join(" · ")),
      legend(), articleText(r));
    byId("article").scrollTop = 0;
    byId("facts").replaceChildren(...facts(r));
    document.querySelectorAll("#list button").forEach((button) =>
      button.setAttribute("aria-current", String(Number(button.dataset.number) === number)));
  };

  const LIST_MAX = 500;
  const refresh = () => {
    byId("least").textContent = Number(confidence.value).toFixed(2);
    const fitting = index.filter(wanted);
    const capped = fitting.length > LIST_MAX ? `, first ${LIST_MAX} listed` : "";
    byId("count").textContent = `${fitting.length} of ${index.length} records${capped}`;
    byId("list").replaceChildren(...fitting.slice(0, LIST_MAX).map((entry) => {
      const button = element("button", "", entry.title);
      button.dataset.number = entry.number;
      const about = [entry.published, `events: ${entry.events.length}`, entry.isCopy ? "duplicate" : "", entry.path];
      button.append(element("br"), element("small", "", about.filter(Boolean).join(" · ")));
      button.addEventListener("click", () => show(entry.number));
      return button;
    }));
    const keep = fitting.some((entry) => entry.number === shown);
    if (fitting.length) show(keep ? shown : fitting[0].number);
    else { shown = -1; byId("article").replaceChildren(); byId("facts").replaceChildren(); }
  };

  for (const control of [search, kind, confidence, copies]) control.addEventListener("input", refresh);
  refresh();
})();
