// Search over names, without a server: the index is a script beside this one, loaded when the field is first used.
(() => {
  "use strict";
  const form = document.querySelector("form.search");
  const input = document.getElementById("search");
  const list = document.getElementById("results");
  const status = form.querySelector("[role=status]");
  const { root, home } = document.body.dataset;
  const french = document.documentElement.lang.startsWith("fr");
  const kinds = french
    ? { person: "personne", organization: "organisation", project: "projet", product: "produit", event: "évènement", talk: "présentation", place: "lieu", post: "article" }
    : {};
  const most = 12;
  let entries = null;
  let selected = -1;

  const fold = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/[’‘]/g, "'");

  const load = () => new Promise((resolve) => {
    if (entries) return resolve();
    const script = document.createElement("script");
    script.src = root + "explorer/search.js";
    script.onload = () => {
      entries = (window.bloggraphIndex || []).map(([kind, path, english, other, weight, ...aliases]) => {
        const name = french ? other || english : english;
        const names = [name, english, other || "", ...aliases].filter(Boolean);
        return { kind, path, name, weight, names, folded: names.map(fold) };
      });
      resolve();
    };
    script.onerror = () => { entries = []; resolve(); };
    document.head.append(script);
  });

  // A whole name before its beginning, a beginning before a word's, a word's before what lies inside; then what is named most.
  const rank = (entry, wanted) => {
    let best = 0;
    let by = 0;
    entry.folded.forEach((name, index) => {
      const at = name.indexOf(wanted);
      if (at < 0) return;
      const score = name === wanted ? 4 : at === 0 ? 3 : /[\s\-/.(«“"']/.test(name[at - 1]) ? 2 : 1;
      if (score > best) { best = score; by = index; }
    });
    return { best, by };
  };

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    selected = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const select = (index) => {
    const options = [...list.children];
    if (!options.length) return;
    selected = (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === selected)));
    input.setAttribute("aria-activedescendant", options[selected].id);
    options[selected].scrollIntoView({ block: "nearest" });
  };

  const show = async () => {
    const wanted = fold(input.value.trim());
    if (!wanted) { status.textContent = ""; return close(); }
    await load();
    if (fold(input.value.trim()) !== wanted) return;
    const found = entries
      .map((entry) => ({ entry, ...rank(entry, wanted) }))
      .filter(({ best }) => best > 0)
      .sort((a, b) => b.best - a.best || b.entry.weight - a.entry.weight || (a.entry.name < b.entry.name ? -1 : 1));
    status.textContent = found.length === 0 ? status.dataset.none
      : found.length === 1 ? status.dataset.one : status.dataset.some.replace("{n}", found.length);
    close();
    found.slice(0, most).forEach(({ entry, by }, index) => {
      const option = document.createElement("li");
      option.id = "result-" + index;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const link = document.createElement("a");
      link.href = home + entry.path;
      link.tabIndex = -1;
      const name = document.createElement("bdi");
      name.textContent = entry.name;
      const note = document.createElement("small");
      note.textContent = entry.names[by] === entry.name ? kinds[entry.kind] || entry.kind : entry.names[by];
      link.append(name, note);
      option.append(link);
      list.append(option);
    });
    if (found.length === 0) {
      const nothing = document.createElement("li");
      nothing.textContent = status.dataset.none;
      nothing.setAttribute("role", "option");
      nothing.setAttribute("aria-disabled", "true");
      nothing.setAttribute("aria-selected", "false");
      list.append(nothing);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (found.length) select(0);
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", show);
  input.addEventListener("focus", () => { load(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected - 1);
    else if (event.key === "Enter") list.querySelector("[aria-selected=true] a")?.click();
    else if (event.key === "Escape") { input.value = ""; close(); input.blur(); }
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
  document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
})();
