// Everything the page does in the browser. Nothing here reads or counts article text: the server slices, the browser shows.
(() => {
  const send = (name, detail) => window.dispatchEvent(new CustomEvent(`geungeo:${name}`, { detail }));
  const opened = () => document.querySelector("#side")?.dataset.side === "open";
  const side = (open) => {
    document.querySelector("#side").dataset.side = open ? "open" : "";
    const target = document.querySelector(open ? "#side .shut" : "#masthead .opener");
    if (target) target.focus({ preventScroll: true });
  };
  const narrow = () => window.matchMedia("(max-width: 860px)").matches;

  const copy = async (link) => {
    const plain = link.parentElement.querySelector(".plain");
    if (!plain) return;
    try {
      await navigator.clipboard.writeText(plain.textContent);
    } catch {
      const area = document.createElement("textarea"); // no clipboard where the page is not on a secure origin
      area.value = plain.textContent;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = link.textContent;
    link.textContent = link.title;
    setTimeout(() => { link.textContent = label; }, 1500);
  };

  // A question leaves its box the moment it is sent. The component reads the box only some time after Enter, and what is typed
  // meanwhile belongs to the next question: it must neither be sent with this one nor be wiped.
  const sent = [];
  const box = () => document.querySelector("#question textarea");
  const fill = (area, text) => {
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const leave = (event) => {
    const area = box();
    if (!area.value.trim()) return event.stopPropagation(); // nothing is asked
    sent.push(area.value);
    fill(area, "");
  };
  // One that does not reach the server stands in its box again, in the order asked and before what was typed since.
  const leaving = [], underWay = [];
  let taken = 0, returned = [];
  const giveBack = (question) => {
    const area = box();
    if (!area) return;
    const stood = returned.map(({ text }) => text).join("\n");
    const stands = returned.length > 0 && area.value.startsWith(stood);
    const typed = (stands ? area.value.slice(stood.length) : area.value).trim();
    returned = [...(stands ? returned : []), question].sort((one, other) => one.n - other.n);
    fill(area, [...returned.map(({ text }) => text), typed].filter(Boolean).join("\n"));
  };
  const asked = (url, body) => {
    if (!String(url).includes("/queue/join") || typeof body !== "string") return undefined;
    try {
      return JSON.parse(body).data?.[0];
    } catch {
      return undefined;
    }
  };
  const reach = window.fetch;
  window.fetch = async (...request) => {
    const text = asked(request[0]?.url ?? request[0], request[1]?.body);
    const question = leaving.find((one) => one.text === text);
    if (!question) return reach(...request);
    leaving.splice(leaving.indexOf(question), 1);
    underWay.push(question);
    let arrived = false;
    try {
      const reached = await reach(...request);
      arrived = reached.ok;
      return reached;
    } finally {
      underWay.splice(underWay.indexOf(question), 1);
      if (!arrived) giveBack(question);
    }
  };
  // The component loads the page anew once a lost server is back; what stands in the box outlives that, as the conversation does.
  window.addEventListener("pagehide", () => {
    const waiting = [...underWay, ...leaving].map(({ text }) => text);
    const kept = [...waiting, ...sent, box()?.value ?? ""].filter((text) => text.trim());
    sessionStorage.setItem("geungeo-question", kept.join("\n"));
  });
  const restore = () => {
    const kept = sessionStorage.getItem("geungeo-question");
    if (kept && box() && !box().value) fill(box(), kept);
  };
  document.addEventListener("keypress", (event) => {
    if (event.key === "Enter" && !event.shiftKey && event.target.matches("#question textarea")) leave(event);
  }, true);

  // Links of the chat carry their meaning in the fragment; the chat component leaves no other attribute.
  document.addEventListener("click", (event) => {
    const page = event.target.closest("[data-page]");
    if (page) return side(page.dataset.page === "open");
    if (event.target.closest("#ask")) return leave(event);
    const link = event.target.closest("#chat a[href]");
    if (!link) return;
    const [kind, turn, n] = link.getAttribute("href").replace(/^#/, "").split("-");
    if (!link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    if (kind === "c") send("act", { act: "cite", turn, n });
    if (kind === "p") send("act", { act: "evidence-list", turn });
    if (kind === "copy") copy(link);
    if ((kind === "c" || kind === "p") && narrow()) side(true);
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opened()) side(false);
  });

  // What the chat component gets wrong for screen readers: it labels each message with its markup, and a draft is
  // announced like an answer although it has not been checked yet.
  const tidy = () => {
    const head = document.querySelector(".masthead");
    if (head && document.documentElement.lang !== head.lang) document.documentElement.lang = head.lang;
    document.querySelectorAll("#chat [data-testid][aria-label]").forEach((part) => part.removeAttribute("aria-label"));
    document.querySelectorAll("#chat .message-row").forEach((row) => {
      const draft = row.querySelector(".draft") !== null;
      if (draft !== (row.getAttribute("aria-hidden") === "true")) {
        draft ? row.setAttribute("aria-hidden", "true") : row.removeAttribute("aria-hidden");
      }
    });
  };
  new MutationObserver(tidy).observe(document, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label", "lang"],
  });

  // One conversation a tab, kept over a reload.
  window.geungeo = {
    token: () => {
      restore();
      let token = sessionStorage.getItem("geungeo");
      if (!token) {
        token = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
        sessionStorage.setItem("geungeo", token);
      }
      return token;
    },
    take: () => {
      const question = sent.shift() ?? "";
      if (question) leaving.push({ text: question, n: taken++ });
      return question;
    },
    // Installed on each HTML part: its buttons and fields tell the server what was chosen.
    part: (element, trigger, watch) => {
      element.addEventListener("click", (event) => {
        const button = event.target.closest("[data-act]");
        if (!button) return;
        if (["scope", "unscope"].includes(button.dataset.act) && narrow()) side(false);
        if (button.dataset.act === "articles" && narrow()) side(true);
        trigger(button.dataset.act === "ask" ? "submit" : "click", { ...button.dataset });
      });
      element.addEventListener("change", (event) => {
        const field = event.target.closest("[data-field]");
        if (field) trigger("click", { act: "filter", name: field.dataset.field, value: field.value });
      });
    },
    panel: (element, trigger, watch) => {
      window.geungeo.part(element, trigger, watch);
      window.addEventListener("geungeo:act", (event) => trigger("click", event.detail));
      watch("value", () => {
        const scroller = element.closest("#panel");
        const target = element.querySelector("mark.target");
        if (target) target.scrollIntoView({ block: "center" });
        else scroller.scrollTop = 0;
      });
    },
  };
})();
