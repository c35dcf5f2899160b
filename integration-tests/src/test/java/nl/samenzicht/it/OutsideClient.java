package nl.samenzicht.it;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A program of somebody who is signed in, in a process other than the product's, that writes and reads as fast as it is
 * answered and keeps what it was told. What it holds at the end is what the product has promised.
 */
final class OutsideClient {
    private static final String WORD = "getuige-";
    private static final String QUESTION = "/categories/SIT?purpose=D2";
    private static final int WRITERS = 4;
    private static final int READERS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** No write is acknowledged this soon. */
    private static final Duration JUST_BEGUN = Duration.ofNanos(500_000);

    private final String userName;
    private final List<String> caseFiles = new ArrayList<>();
    private final Queue<Written> written = new ConcurrentLinkedQueue<>();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger writing = new AtomicInteger();
    private volatile String url;
    private volatile String cookies;
    private volatile HttpClient http;
    private volatile long lastWriteBegan;
    private volatile boolean going;

    OutsideClient(String userName) {
        this.userName = userName;
    }

    /** A write that was acknowledged, or an item that is there: the case, what was written, the number that it got. */
    record Written(String caseFile, String word, String item) {}

    /** A read that was answered: the code of its line in the log, and what it disclosed. */
    record Seen(String caseFile, String logEntry, Set<String> items) {}

    /** A request that was not acknowledged: when it began, and the answer, or none when the line was cut. */
    record Unacknowledged(boolean write, long began, int status, String body) {}

    /** Signs in as a person does, and takes over their session. */
    void signIn(String address) {
        url = address;
        try (var person = Person.at(Person.Setting.DESK, address).signIn(userName)) {
            cookies = person.page().context().cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
        }
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Finds the cases to work in, and writes a first word in each. */
    void chooseCases(int most) throws IOException {
        var answer = get("/api/v1/cases?purpose=D2&status=OPEN&onlyLead=true&limit=" + most);
        json(answer)
                .getAsJsonArray("cases")
                .forEach(each -> caseFiles.add(
                        each.getAsJsonObject().getAsJsonObject("name").get("id").getAsString()));
        if (caseFiles.isEmpty()) {
            throw new IllegalStateException("'" + userName + "' leads no open case");
        }
        for (var caseFile : caseFiles) {
            write(caseFile);
        }
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(to(path).GET().build());
    }

    HttpResponse<String> read(String caseFile) throws IOException {
        var answer = get("/api/v1/cases/" + caseFile + QUESTION);
        if (answer.statusCode() == 200) {
            var section = json(answer);
            seen.add(new Seen(
                    caseFile,
                    section.get("logEntry").getAsString(),
                    contents(section).keySet()));
        }
        return answer;
    }

    HttpResponse<String> write(String caseFile) throws IOException {
        String word = WORD + UUID.randomUUID();
        sent.add(word);
        var body = new JsonObject();
        var values = new JsonObject();
        values.addProperty("living", word);
        body.addProperty("kind", "FIELDS");
        body.add("values", values);
        var request = to("/api/v1/cases/" + caseFile + "/categories/SIT/items?purpose=D2")
                .header("Content-Type", "application/json")
                .header("Samenzicht-Client", "outside")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        writing.incrementAndGet();
        lastWriteBegan = System.nanoTime();
        try {
            var answer = send(request);
            if (answer.statusCode() == 201) {
                written.add(new Written(caseFile, word, json(answer).get("id").getAsString()));
            }
            return answer;
        } finally {
            writing.decrementAndGet();
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url).resolve(path))
                .header("Cookie", cookies)
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    /** Item by id with its word; items of others are left out of the words. */
    private static Map<String, String> contents(JsonObject section) {
        var contents = new HashMap<String, String>();
        JsonArray items = section.getAsJsonArray("items");
        items.forEach(each -> {
            var item = each.getAsJsonObject();
            var living = item.getAsJsonObject("values").get("living");
            contents.put(item.get("id").getAsString(), living == null ? "" : living.getAsString());
        });
        return contents;
    }

    /** Returns whether something written now can be read now. */
    boolean canWork() {
        try {
            String caseFile = anyCase();
            if (write(caseFile).statusCode() != 201) {
                return false;
            }
            return read(caseFile).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String anyCase() {
        return caseFiles.get(ThreadLocalRandom.current().nextInt(caseFiles.size()));
    }

    /**
     * Works with several hands, has something happen in the middle of a write, and returns what was under way at that
     * moment and was never acknowledged. Each hand rests after its first failure.
     */
    List<Unacknowledged> whileWorking(Duration before, Runnable happening) throws Exception {
        going = true;
        ExecutorService hands = Executors.newFixedThreadPool(WRITERS + READERS);
        try {
            var work = new ArrayList<Future<List<Unacknowledged>>>();
            for (int i = 0; i < WRITERS + READERS; i++) {
                boolean writer = i < WRITERS;
                work.add(hands.submit(() -> work(writer)));
            }
            TimeUnit.NANOSECONDS.sleep(before.toNanos());
            while (writing.get() < 2 || System.nanoTime() - lastWriteBegan > JUST_BEGUN.toNanos()) {
                Thread.onSpinWait();
            }
            long moment = System.nanoTime();
            happening.run();
            TimeUnit.MILLISECONDS.sleep(300);
            going = false;
            var underWay = new ArrayList<Unacknowledged>();
            for (var hand : work) {
                hand.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS).stream()
                        .filter(each -> each.began() < moment)
                        .forEach(underWay::add);
            }
            return underWay;
        } finally {
            going = false;
            hands.shutdownNow();
        }
    }

    private List<Unacknowledged> work(boolean writer) {
        while (going) {
            long began = System.nanoTime();
            try {
                var answer = writer ? write(anyCase()) : read(anyCase());
                if (answer.statusCode() != (writer ? 201 : 200)) {
                    return List.of(new Unacknowledged(writer, began, answer.statusCode(), answer.body()));
                }
            } catch (IOException cut) {
                return List.of(new Unacknowledged(writer, began, 0, ""));
            }
        }
        return List.of();
    }

    /** Reads back what lies in the cases that were worked in. */
    Set<Written> everything() throws IOException {
        var all = new HashSet<Written>();
        for (var caseFile : caseFiles) {
            var answer = read(caseFile);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("case " + caseFile + " answers " + answer.statusCode());
            }
            contents(json(answer)).forEach((item, word) -> {
                if (word.startsWith(WORD)) {
                    all.add(new Written(caseFile, word, item));
                }
            });
        }
        return all;
    }

    List<Written> written() {
        return List.copyOf(written);
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Every word that it ever tried to write. */
    Set<String> sent() {
        return new LinkedHashSet<>(sent);
    }

    /** Whether an answer speaks of anything that was written. */
    static boolean discloses(String body) {
        return body.contains(WORD);
    }
}
