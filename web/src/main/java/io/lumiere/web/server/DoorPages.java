package io.lumiere.web.server;

/** The two small pages before the gallery, without styles or scripts. Thread-safe. */
final class DoorPages {
  private DoorPages() {}

  /** The form for the password. */
  static String login(boolean chinese, String message) {
    String password = chinese ? "密码" : "Password";
    return page(
        chinese,
        (message.isEmpty() ? "" : "<p role=\"alert\">" + message + "</p>")
            + "<form method=\"post\" action=\"/login\"><p><label>"
            + password
            + " <input type=\"password\" name=\"password\" autocomplete=\"current-password\""
            + " required autofocus></label> <button>"
            + (chinese ? "登录" : "Log in")
            + "</button></p></form>");
  }

  static String wrong(boolean chinese) {
    return chinese ? "密码不正确。" : "This is not the password.";
  }

  static String wait(boolean chinese) {
    return chinese ? "错误次数过多，请等一分钟。" : "Too many were wrong: wait a minute.";
  }

  /** For a token that is not valid. */
  static String usedAddress(boolean chinese) {
    return page(
        chinese,
        chinese
            ? "<p>这个地址只能打开一次，或者来自之前的启动。请在运行 lumiere serve 的终端里按回车键，得到新的地址。</p>"
            : "<p>This address opens the gallery once, and it was used, is too old or is of an"
                + " earlier start. Press Enter in the terminal where <code>lumiere serve</code>"
                + " runs: it prints a new one.</p><p><a href=\"/\">If this browser opened it"
                + " before, it is here.</a></p>");
  }

  static String page(boolean chinese, String body) {
    return "<!doctype html><html lang=\""
        + (chinese ? "zh" : "en")
        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
        + " content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">"
        + "<title>Lumiere</title></head><body><main><h1>Lumiere</h1>"
        + body
        + "</main></body></html>\n";
  }
}
