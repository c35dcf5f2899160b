package nl.samenzicht.web.officer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;

/** A document of one HTML file that stands by itself, to be read, kept and printed. Everything that is added is escaped. */
public final class PrintedPage {
    private static final String STYLE =
            "body{font:11pt/1.45 Georgia,serif;max-width:48em;margin:2em auto;padding:0 1em;"
                    + "color:#111}h1{font-size:1.6em}h2{font-size:1.2em;margin-top:1.6em}table{border-collapse:collapse;width:100%;"
                    + "margin:.4em 0}caption{text-align:left;font-weight:bold;padding:.6em 0 .2em}th,td{text-align:left;"
                    + "vertical-align:top;border-top:1px solid #999;padding:.25em .8em .25em 0}td.n{text-align:right}"
                    + "tr,h2,caption{break-inside:avoid;break-after:auto}pre{white-space:pre-wrap;font:inherit}";

    private final StringBuilder html = new StringBuilder();

    /** Begins a document with its title as the first heading. */
    public PrintedPage(Locale locale, String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(locale.getLanguage()))
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
        element("h1", title);
    }

    /** Adds a heading of a part. */
    public PrintedPage heading(String text) {
        return element("h2", text);
    }

    /** Adds a paragraph. */
    public PrintedPage paragraph(String text) {
        return element("p", text);
    }

    /** Adds what somebody wrote, with their own line breaks. */
    public PrintedPage written(String text) {
        return element("pre", text);
    }

    private PrintedPage element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /**
     * Adds a table.
     *
     * @param rows each with its name first
     */
    public PrintedPage table(String caption, List<String> columns, List<List<String>> rows) {
        html.append("<table><caption>").append(escaped(caption)).append("</caption>");
        if (!columns.isEmpty()) {
            html.append("<thead><tr>");
            columns.forEach(column -> cell("th scope=\"col\"", "th", column));
            html.append("</tr></thead>");
        }
        html.append("<tbody>");
        rows.forEach(row -> {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(i == 0 ? "th scope=\"row\"" : "td", i == 0 ? "th" : "td", row.get(i));
            }
            html.append("</tr>\n");
        });
        html.append("</tbody></table>\n");
        return this;
    }

    private void cell(String open, String close, String text) {
        html.append('<')
                .append(open)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(close)
                .append('>');
    }

    /** The whole document, in UTF-8. */
    public byte[] bytes() {
        return (html + "</body></html>\n").getBytes(UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
