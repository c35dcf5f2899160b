package nl.samenzicht.it;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import nl.samenzicht.domain.supervision.Quarter;
import nl.samenzicht.security.access.Supposition;
import nl.samenzicht.security.policy.Action;

/**
 * Somebody who signed in as themselves and tries every door that they can find. Keeps which of the words that are looked for
 * reached their machine, by answer, push, page, download or address, and through which door first.
 */
public final class Intruder implements AutoCloseable {
    private static final List<String> PURPOSES =
            List.of("D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D10.1", "B1");
    private static final Set<String> READABLE = Set.of(
            "text/html",
            "text/css",
            "text/javascript",
            "application/javascript",
            "text/plain",
            "text/csv",
            "image/svg+xml");

    private static final Pattern QUERY = Pattern.compile("\"query\":\"([A-Za-z0-9+/=]+)\"");

    /** Pages that can be limited to one case, by its number. */
    private static final List<String> BY_NUMBER = List.of("officer", "shares", "requests", "cases");

    /** Pages without a case in their address that look different for another purpose. */
    private static final List<String> BY_PURPOSE = List.of("cases", "search", "shares", "requests");

    /** Acts with which people write why; looks say it by their purpose. */
    private static final List<Action> ACTS = Arrays.stream(Action.values())
            .filter(act -> !act.name().matches("(VIEW|LIST|SEARCH).*"))
            .toList();

    private final Person person;
    private final List<String> words;
    private final List<String> categories;
    private final Map<String, String> met = new LinkedHashMap<>();
    private final List<String> betrayals = new ArrayList<>();
    private final Set<String> tried = new TreeSet<>();
    private String door = "sign-in";
    private boolean listening = true;
    private boolean closed;

    private Intruder(String product, SideDoorTable.Insider who, SideDoorTable table) {
        words = table.words();
        categories = List.copyOf(new TreeSet<>(table.categories()));
        person = Person.at(Person.Setting.DESK, product);
        var context = person.page().context();
        context.route("**/*", this::read);
        person.page().onWebSocket(socket -> socket.onFrameReceived(frame -> look(frame.text())));
        person.page().onConsoleMessage(message -> look(message.text()));
        person.signIn(who.userName(), who.function());
        warm();
    }

    /** Sends everybody of the table to try every door, two at once, and returns by name what became of each. */
    public static Map<String, Intruder> twoAtOnce(String product, SideDoorTable table, FoundDoors found)
            throws InterruptedException, ExecutionException {
        var two = Executors.newFixedThreadPool(2);
        try {
            var sent = new LinkedHashMap<String, Future<Intruder>>();
            for (var who : SideDoorTable.insiders()) {
                sent.put(who.name(), two.submit(() -> {
                    try (var intruder = new Intruder(product, who, table)) {
                        intruder.tryEveryDoor(found);
                        return intruder;
                    }
                }));
            }
            var back = new LinkedHashMap<String, Intruder>();
            for (var each : sent.entrySet()) {
                back.put(each.getKey(), each.getValue().get());
            }
            return back;
        } finally {
            two.shutdownNow();
        }
    }

    /** Reads every answer of the product on its way to the browser, but for the frame's own scripts, which are files. */
    private void read(Route route) {
        var url = route.request().url();
        if (closed || url.contains("/VAADIN/build/") || url.contains("/VAADIN/push")) {
            route.resume();
            return;
        }
        var answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        look(answer.headers().toString());
        look(decoded(answer.headers().getOrDefault("content-type", ""), answer.body()));
        route.fulfill(new Route.FulfillOptions().setResponse(answer));
    }

    private void look(String text) {
        if (listening && text != null) {
            words.stream().filter(text::contains).forEach(word -> met.putIfAbsent(word, door));
        }
    }

    /** What a person could read of an answer; a kind that is not known here is a door that nobody thought of. */
    private String decoded(String type, byte[] body) {
        var kind = type.replaceAll(";.*", "").strip();
        if (kind.contains("spreadsheet") || kind.endsWith("zip")) {
            return unzipped(body);
        }
        if (kind.endsWith("pdf")) {
            return printed(body);
        }
        if (body.length > 0
                && !kind.endsWith("json")
                && !READABLE.contains(kind)
                // the hashes of the tree of the log
                && !(kind.equals("application/octet-stream") && door.contains("/tlog/"))
                && !kind.startsWith("image/")
                && !kind.startsWith("font/")) {
            betrayals.add("an answer of a kind that is not looked into: '%s' at %s".formatted(type, door));
        }
        var text = new String(body, StandardCharsets.UTF_8);
        return kind.contains("fhir") ? text + queries(text) : text;
    }

    /** The words of searches, which FHIR writes as base64. */
    private static String queries(String resources) {
        return QUERY.matcher(resources)
                .results()
                .map(query -> new String(Base64.getDecoder().decode(query.group(1)), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static String printed(byte[] body) {
        try (var reader = new PdfReader(body)) {
            var pages = new PdfTextExtractor(reader);
            var text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(pages.getTextFromPage(page)).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unzipped(byte[] body) {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName())
                        .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Lets the browser stay on one page while the address changes, as a click on a link does. */
    private void warm() {
        person.page()
                .evaluate("() => { window.szGo = path => { const link = document.createElement('a');"
                        + " link.setAttribute('router-link', ''); link.href = path;"
                        + " document.body.appendChild(link); link.click(); link.remove(); } }");
    }

    private void go(String path) {
        door = "/" + path;
        person.page().evaluate("path => window.szGo(path)", person.url() + path);
        person.settle();
        lookAtPage();
    }

    private void lookAtPage() {
        var page = person.page();
        look(page.content());
        var outside = page.url() + " " + page.title();
        words.stream()
                .filter(outside::contains)
                .forEach(word -> betrayals.add("'" + word + "' in an address or title at " + door));
        download();
    }

    /** Fetches every file that is offered where one stands. */
    private void download() {
        for (var link : person.find("a[href*='VAADIN/dynamic'], a[download]").all()) {
            fetch(link.getAttribute("href"));
        }
    }

    private void fetch(String address) {
        var at = address.startsWith("http") ? address : person.url() + address.replaceFirst("^\\.?/", "");
        var answer = person.page().request().get(at);
        look(answer.headers().toString());
        look(decoded(answer.headers().getOrDefault("content-type", ""), answer.body()));
    }

    /** Tries each door that the registries know, with what varies in its address filled in. */
    public void tryEveryDoor(FoundDoors found) {
        for (var each : found.pages()) {
            tried.add(each);
            page(FoundDoors.address(each), found);
        }
        for (var each : found.resources()) {
            tried.add(each);
            resource(FoundDoors.method(each), FoundDoors.address(each), found);
        }
        for (var each : found.servlets()) {
            tried.add(each);
            door = each;
            fetch(FoundDoors.address(each).replace("*", "x"));
            if (FoundDoors.address(each).equals("/tlog/*")) {
                fetch("tlog/checkpoint");
                fetch("tlog/tile/0/000.p/1");
            }
        }
    }

    private void page(String template, FoundDoors found) {
        var path = template.substring(1)
                .replace(":caseFile", found.caseFile())
                .replace(":signal", found.signal())
                .replace(":request", found.request())
                .replace(":breach", found.breach())
                .replace(":quarter", Quarter.of(Instant.now()).toString())
                .replace(":token", "geen-geldige-link");
        if (path.contains(":")) {
            throw new IllegalStateException("What varies in '" + template + "' is not known here; teach the test");
        }
        if (path.startsWith("choose-password") || path.startsWith("sign-in")) {
            door = "/" + path;
            person.open(path);
            lookAtPage();
            warm();
            return;
        }
        go(path);
        if (BY_NUMBER.stream().anyMatch(path::startsWith)) {
            go(path + "?case=" + found.number());
            eachDialog("vaadin-button.log-code", 12);
        }
        if (path.equals("officer/log")) {
            for (var act : ACTS) {
                go(path + "?case=" + found.number() + "&action=" + act);
                eachDialog("vaadin-button.log-code", 3);
            }
            // of the case: what others of us typed into the search box is for this officer to read, and would be met as
            // well
            go(path + "?case=" + found.number());
            eachDialog(".log-take-out", 1);
        }
        if (path.equals("search")) {
            search(found);
        }
        if (path.equals("signals")) {
            for (var part : List.of("unassigned", "mine", "waiting", "decided", "written")) {
                go(path + "?show=" + part);
            }
        }
        if (path.equals("received-reports")) {
            received(path);
        }
        if (path.equals("terms")) {
            go(path + "?show=urgent");
            go(path + "?show=passed");
        }
        if (path.equals("officer/who")) {
            for (var supposed : Supposition.values()) {
                go(path + "?person=true&case=" + found.number() + "&supposed=" + supposed);
            }
        }
        if (path.equals("duplicates")) {
            go(path + "?one=" + found.caseFile() + "&other=" + found.second());
        }
        if (BY_PURPOSE.contains(path) || template.contains(":caseFile")) {
            for (var purpose : PURPOSES) {
                go(path + "?purpose=" + purpose);
                if (template.contains(":caseFile") && worksFor(purpose)) {
                    if (path.endsWith("/consents")) {
                        eachDialog(".consent-receipt", 3);
                    }
                    categories(path, purpose);
                }
            }
        }
    }

    /** Opens each report that arrived, of either kind. */
    private void received(String path) {
        for (var task : List.of("REGISTRATION", "PLACEMENT")) {
            go(path + "?task=" + task);
            var reports = person.find(".received-list a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            reports.forEach(this::go);
        }
    }

    /** A purpose that is not this person's gives the page of another purpose, or none. */
    private boolean worksFor(String purpose) {
        return person.find(".purpose-chip[data-purpose='" + purpose + "']").count() > 0;
    }

    private void categories(String path, String purpose) {
        if (path.endsWith("/consents") || path.endsWith("/report")) {
            return;
        }
        for (var category : categories) {
            go(path + "?purpose=" + purpose + "&open=" + category + "&category=" + category);
            eachDialog(".item-history", 12);
            reveal();
        }
    }

    /** Opens what opens beside the page, looks, and closes it again. */
    private void eachDialog(String opener, int most) {
        int openers = Math.min(person.find(opener).count(), most);
        for (int i = 0; i < openers; i++) {
            person.find(opener).nth(i).click();
            person.find("vaadin-dialog-overlay").waitFor();
            person.settle();
            look(person.page().content());
            download();
            person.page().keyboard().press("Escape");
            gone();
        }
    }

    private void gone() {
        person.find("vaadin-dialog-overlay")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    private void reveal() {
        if (person.find(".item-reveal").count() > 0) {
            person.find(".item-reveal").first().click();
            person.find("vaadin-dialog-overlay textarea").fill("Aanvraag van een uitkering");
            person.find("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            person.find(".revealed").waitFor();
            look(person.page().content());
        }
    }

    /** Searches each word. The box gives back what was typed, so what counts is a hit. */
    private void search(FoundDoors found) {
        listening = false;
        for (var word : words) {
            person.find("[data-search] input").fill(word);
            person.page().keyboard().press("Enter");
            person.settle();
            if (person.find(".search-hits a[href*='" + found.caseFile() + "']").count() > 0) {
                met.putIfAbsent(word, "a hit of the search");
            }
        }
        person.find("[data-search] input").fill("");
        person.settle();
        listening = true;
    }

    private void resource(String method, String template, FoundDoors found) {
        for (var purpose : PURPOSES) {
            for (var category : template.contains("{category}") ? categories : List.of("-")) {
                var path = "api/v1"
                        + template.replace("{category}", category)
                                .replace(
                                        "{id}",
                                        method.equals("GET")
                                                ? found.caseFile()
                                                : UUID.randomUUID().toString());
                door = method + " /" + path + "?purpose=" + purpose;
                var options = RequestOptions.create().setMethod(method).setHeader("Samenzicht-Client", "test");
                if (!method.equals("GET")) {
                    options.setData(Map.of());
                }
                var answer = person.page()
                        .request()
                        .fetch(person.url() + path + "?purpose=" + purpose + "&case=" + found.number(), options);
                look(answer.headers().toString());
                look(decoded(answer.headers().getOrDefault("content-type", ""), answer.body()));
            }
        }
    }

    /** Which words reached this person, and through which door each did first. */
    public Map<String, String> met() {
        return Map.copyOf(met);
    }

    /** The doors that were tried, as the registries name them. */
    public Set<String> tried() {
        return Set.copyOf(tried);
    }

    /** What is wrong for anybody: a word in an address or a title, an answer that could not be looked into. */
    public List<String> betrayals() {
        return List.copyOf(betrayals);
    }

    @Override
    public void close() {
        closed = true;
        person.page().navigate("about:blank");
        person.close();
    }
}
