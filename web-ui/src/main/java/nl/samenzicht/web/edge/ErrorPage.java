package nl.samenzicht.web.edge;

import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import nl.samenzicht.security.database.Outage;
import nl.samenzicht.web.Words;

/**
 * The page for what goes wrong outside the screens: a sentence and a reference, and nothing else. A program that asked the
 * REST interface gets the same as problem details.
 */
@WebServlet(urlPatterns = ErrorPage.PATH, asyncSupported = true)
public class ErrorPage extends HttpServlet {
    static final String PATH = "/fout";
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (status == null) {
            // somebody typed the address of this page
            status = HttpServletResponse.SC_NOT_FOUND;
        }
        String reference = failure != null
                ? FailureReference.of(failure)
                : status >= 500 ? FailureReference.ofTheServer() : FailureReference.next();
        ResourceBundle words = Words.bundle(languageOf(request));
        var outage = status == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                ? Optional.of(Outage.DATABASE)
                : Outage.behind(failure);
        if (outage.isPresent()) {
            status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        boolean missing = status == HttpServletResponse.SC_NOT_FOUND;
        String kind = missing ? "missing" : status >= 500 ? "failure" : "refused";
        var text = words.getString(outage.map(OutageWords::key).orElse("error." + kind + ".text"));
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (fromProgram(request)) {
            response.setContentType("application/problem+json;charset=UTF-8");
            response.getWriter().write(problem(status, kind, text, words, reference));
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write(("""
                        <!doctype html>
                        <html lang="%s">
                        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        <title>%s – Samenzicht</title><link rel="stylesheet" href="%s/samenzicht.css"></head>
                        <body class="error-page"><main><h1>%s</h1><p>%s</p><p class="reference">%s <strong>%s</strong></p>
                        <p><a href="%s/">%s</a></p></main></body></html>
                        """)
                        .formatted(
                                words.getLocale().getLanguage(),
                                words.getString("error." + kind + ".title"),
                                request.getContextPath(),
                                words.getString("error." + kind + ".title"),
                                text,
                                words.getString("error.reference.label"),
                                reference,
                                request.getContextPath(),
                                words.getString("error.home.link")));
    }

    private static boolean fromProgram(HttpServletRequest request) {
        var asked = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked != null && asked.startsWith(request.getContextPath() + "/api/");
    }

    private static String problem(int status, String kind, String text, ResourceBundle words, String reference) {
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", words.getString("error." + kind + ".title"))
                .add("status", status)
                .add("code", kind)
                .add("reference", reference)
                .add("detail", text)
                .build()
                .toString();
    }

    private static Locale languageOf(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Words.DUTCH : request.getLocale();
    }
}
