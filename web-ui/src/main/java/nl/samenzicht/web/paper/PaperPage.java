package nl.samenzicht.web.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/**
 * A document as one HTML file that prints well: it has its style within it, runs nothing, and loads nothing. All text is
 * escaped.
 */
public final class PaperPage {
    private static final String STYLE =
            "body{font:11pt/1.45 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
                    + "h1{font-size:1.5rem;margin-bottom:0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem;border-bottom:1px solid #999}"
                    + "dl{display:grid;grid-template-columns:15rem 1fr;gap:.2rem 1rem}dt{color:#555}dd{margin:0;white-space:pre-line}"
                    + "table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:start;vertical-align:top}"
                    + "thead{display:table-header-group}tr{break-inside:avoid}p{white-space:pre-line}"
                    + "@media(max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}"
                    + "@page{margin:2cm}";

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private final Locale locale;

    /** Begins a document in a language. */
    public PaperPage(String title, Locale locale) {
        this.title = title;
        this.locale = locale;
        body.append("<h1>").append(escaped(title)).append("</h1>\n");
    }

    /** Adds the title of a part. */
    public PaperPage part(String words) {
        body.append("<h2>").append(escaped(words)).append("</h2>\n");
        return this;
    }

    /** Adds a paragraph; its line ends stay. */
    public PaperPage say(String words) {
        body.append("<p>").append(escaped(words)).append("</p>\n");
        return this;
    }

    /** One fact: what it is of, and what it is. */
    public record Fact(String name, String value) {}

    /** Adds facts under each other. */
    public PaperPage facts(List<Fact> facts) {
        body.append("<dl>");
        facts.forEach(fact -> body.append("<dt>")
                .append(escaped(fact.name()))
                .append("</dt><dd>")
                .append(escaped(fact.value()))
                .append("</dd>\n"));
        body.append("</dl>\n");
        return this;
    }

    /** Adds a table; each row has as many cells as there are heads. */
    public PaperPage table(List<String> heads, List<List<String>> rows) {
        body.append("<table><thead><tr>")
                .append(heads.stream()
                        .map(head -> "<th scope=\"col\">" + escaped(head) + "</th>")
                        .collect(joining()))
                .append("</tr></thead><tbody>\n");
        rows.forEach(row -> body.append("<tr>")
                .append(row.stream()
                        .map(cell -> "<td>" + escaped(cell) + "</td>")
                        .collect(joining()))
                .append("</tr>\n"));
        body.append("</tbody></table>\n");
        return this;
    }

    /** The whole file. */
    public byte[] bytes() {
        return ("<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">".formatted(locale.getLanguage())
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                        + "<title>" + escaped(title) + "</title><style>" + STYLE + "</style></head>\n<body>\n" + body
                        + "</body></html>\n")
                .getBytes(UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
