// Says what is missing, and what to do, where the app cannot start. Written in the JavaScript of 2009, so
// that a browser too old for the app can still read it.
(function () {
  "use strict";

  var ENGINE = {
    ja: "このページを動かすには、WebAssembly と ES モジュールを使えるブラウザーが必要です。新しい Edge、Chrome、Firefox、Safari のいずれかで開いてください。新しい版でも表示されるときは、WebAssembly が止められていないか管理者に確かめてください。",
    en: "This page needs a browser with WebAssembly and ES modules. Open it in a current Edge, Chrome, Firefox or Safari. If this one is current, ask your administrator whether WebAssembly is turned off."
  };
  var FILE = {
    ja: "このファイルは、直接開いても動きません。同じフォルダーの r13-simulator.html を開いてください。1つのファイルに収めた同じページです。",
    en: "This file does not run when it is opened directly. Open r13-simulator.html in the same folder: it is the same page in one file.",
    link: "r13-simulator.html"
  };
  var BROKEN = {
    ja: "このファイルを起動できませんでした。途中で切れているか、壊れているおそれがあります。元のファイルをもう一度コピーして、開き直してください。続くときは、ファイルの配布元に知らせてください。",
    en: "This file could not be started. A part of it may be missing or damaged: copy the original file again and open that. If it happens again, tell whoever gave you the file."
  };
  var LOADING = {
    ja: "ページの一部を読み込めなかったか、起動できませんでした。通信を確かめて、再読み込みしてください。続くときは、下の詳細をこのページの管理者に知らせてください。",
    en: "A part of the page could not be loaded or started. Check your connection and reload. If it happens again, tell whoever runs this page the details below."
  };

  // The self-contained file holds its program, the hosted page names it.
  var single = !document.querySelector("link[rel=modulepreload]");
  var able = "noModule" in document.createElement("script") && typeof WebAssembly === "object";

  function append(parent, tag, text, language) {
    var element = document.createElement(tag);
    if (language) {
      element.lang = language;
    }
    element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
  }

  function show(message, details) {
    var app = document.getElementById("app");
    // Once the app has drawn itself, its element is its own.
    if (app.firstChild && !document.getElementById("loading")) {
      return;
    }
    var main = document.createElement("main");
    main.className = "loading";
    append(main, "h1", "R13シナリオ");
    var alert = document.createElement("div");
    alert.setAttribute("role", "alert");
    main.appendChild(alert);
    while (app.firstChild) {
      app.removeChild(app.firstChild);
    }
    app.appendChild(main);
    append(alert, "p", message.ja, "ja");
    append(alert, "p", message.en, "en");
    if (details) {
      append(alert, "p", details);
    }
    if (message.link) {
      append(alert, "a", message.link);
      alert.lastChild.href = message.link;
    }
  }

  function onError(event) {
    var element = event.target || {};
    var missing = element.src || element.href;
    show(single ? BROKEN : LOADING, missing ? String(missing) : String(event.message || event.reason));
  }

  if (location.protocol === "file:" && !single) {
    show(FILE);
  } else if (!able || (single && typeof DecompressionStream !== "function")) {
    show(ENGINE);
  }
  if (single) {
    // A script that is not the one its digest is of is not run, and sends no error.
    document.addEventListener("securitypolicyviolation", function () {
      show(BROKEN);
    });
    document.addEventListener("DOMContentLoaded", function () {
      if (!document.getElementById("end")) {
        show(BROKEN);
      }
    });
  }
  // Capturing, because a file that cannot be loaded sends its error to its own element only.
  window.addEventListener("error", onError, true);
  window.addEventListener("unhandledrejection", onError);
})();
