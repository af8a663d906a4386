"use strict";
(() => {
  /* Lights up the pieces of the declaration with the blocks they came from, and the other way round. */
  const sources = new Map();
  const pieces = new Map();
  const add = (map, key, value) => {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  };
  for (const piece of document.querySelectorAll("[data-from]")) {
    for (const id of piece.dataset.from.split(" ")) {
      const block = document.getElementById(id);
      if (block) {
        add(sources, piece, block);
        add(pieces, block, piece);
      }
    }
  }
  let lit = [];
  const show = (event) => {
    document.body.classList.remove("quiet");
    const here = event.target.closest("[data-from], .block");
    if (lit[0] === here) return;
    for (const one of lit) one?.classList.remove("lit");
    lit = here ? [here, ...(sources.get(here) ?? pieces.get(here) ?? [])] : [];
    for (const one of lit) one.classList.add("lit");
    if (here && pieces.has(here)) reveal(lit[1]);
  };
  /* Brings a piece into the upper part of its side, without moving the page. */
  const reveal = (piece) => {
    const side = piece.closest(".declaration");
    if (side.scrollHeight <= side.clientHeight) return;
    const top = piece.getBoundingClientRect().top - side.getBoundingClientRect().top;
    if (top < 0 || top > side.clientHeight / 2) side.scrollTop += top - side.clientHeight / 8;
  };
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.body.classList.add("quiet");
  });
})();
