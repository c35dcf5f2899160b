package nl.samenzicht.security.policy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with rules, requests and list questions of another system, in the words of that system.
 *
 * <p>It is read as it is, and becomes a rulebook of the product's own engine without guards; so any
 * folder of the same shape runs through the same code.
 */
public final class AuthzWorkload {

    /**
     * One line of a file.
     *
     * @param cells its fields by the names of the header
     */
    public record Row(Map<String, String> cells) {

        /** Returns this field as text. */
        public String text(String name) {
            return Objects.requireNonNull(cells.get(name), name);
        }
    }

    /**
     * One request with its expected outcome.
     *
     * @param number its number in the file
     * @param text the same as text
     * @param facts what is asked, as the engine takes it
     * @param permitted whether it is expected to be permitted
     * @param reason {@code PERMIT_RULE}, {@code DENY_RULE} or {@code NO_RULE}
     * @param determining the ids of all rules that determine it
     */
    public record Request(
            int number, Row text, Facts facts, boolean permitted, String reason, Set<String> determining) {}

    /**
     * One case of the lists.
     *
     * @param id its id
     * @param ground on which ground it is handled
     * @param consent how its consent stands
     */
    public record Case(String id, String ground, String consent) {}

    /**
     * How one user takes part in one case.
     *
     * @param caseId the case
     * @param user the user
     * @param state active or ended
     * @param from from when, in seconds since 1970
     * @param until until when, not included
     */
    public record Participation(String caseId, String user, String state, long from, long until) {}

    /**
     * One question "which cases may this user see?".
     *
     * @param number its place in the file, from 1
     * @param user who asks
     * @param question what is known
     * @param expectedCount how many cases
     * @param sha256 digest of their sorted ids, joined by newlines
     */
    public record ListQuery(int number, String user, Question question, int expectedCount, String sha256) {}

    private final Path folder;
    private final JsonObject policy;
    private final Rulebook rulebook;

    private AuthzWorkload(Path folder) {
        this.folder = folder;
        try (var reader = Json.createReader(Files.newBufferedReader(folder.resolve("policy.json")))) {
            this.policy = reader.readObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        this.rulebook = new Rulebook("authz", policy.getInt("version"), Instant.EPOCH, vocabulary(), rules());
    }

    /** Reads the folder. */
    public static AuthzWorkload in(Path folder) {
        return new AuthzWorkload(folder);
    }

    /** Returns its rules as a rulebook. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /** Returns its requests, in the order of the file. */
    public List<Request> requests() {
        return rows("requests.csv").map(this::request).toList();
    }

    /** Returns the cases of the lists. */
    public List<Case> cases() {
        return rows("list_cases.csv")
                .map(row -> new Case(row.text("case"), row.text("legalBasis"), row.text("consent")))
                .toList();
    }

    /** Returns who takes part in which case; who is not in it does not. */
    public List<Participation> participations() {
        return rows("list_participation.csv")
                .map(row -> new Participation(
                        row.text("case"),
                        row.text("user"),
                        row.text("state"),
                        Long.parseLong(row.text("partFrom")),
                        Long.parseLong(row.text("partUntil"))))
                .toList();
    }

    /** Returns the list questions. */
    public List<ListQuery> listQueries() {
        var queries = new ArrayList<ListQuery>();
        rows("list_queries.csv")
                .forEach(row -> queries.add(new ListQuery(
                        queries.size() + 1,
                        row.text("user"),
                        Question.in(rulebook.vocabulary())
                                .with(Dimension.AGENCY_TYPE, row.text("agency"))
                                .with(Dimension.FUNCTION, row.text("role"))
                                .with(Dimension.PURPOSE, row.text("purpose"))
                                .with(Dimension.CATEGORY, row.text("category"))
                                .with(Dimension.ACTION, row.text("action"))
                                .without(Dimension.RELATION)
                                .without(Dimension.REGIME)
                                .without(Dimension.FRAMEWORK)
                                .emergency(Boolean.parseBoolean(row.text("breakGlass")))
                                .at(seconds(row.text("now")))
                                .build(),
                        Integer.parseInt(row.text("expectedCount")),
                        row.text("sha256"))));
        return List.copyOf(queries);
    }

    private Request request(Row row) {
        var facts = Facts.in(rulebook.vocabulary())
                .with(Dimension.AGENCY_TYPE, row.text("agency"))
                .with(Dimension.FUNCTION, row.text("role"))
                .with(Dimension.PURPOSE, row.text("purpose"))
                .with(Dimension.CATEGORY, row.text("category"))
                .with(Dimension.ACTION, row.text("action"))
                .with(Dimension.GROUND, row.text("legalBasis"))
                .with(Dimension.CONSENT, row.text("consent"))
                .with(Dimension.PARTICIPATION, row.text("participation"))
                .window(seconds(row.text("partFrom")), seconds(row.text("partUntil")))
                .at(seconds(row.text("now")))
                .emergency(Boolean.parseBoolean(row.text("breakGlass")))
                .build();
        var determining = new TreeSet<>(Arrays.asList(row.text("determining").split("[ ;|]+")));
        determining.remove("");
        return new Request(
                Integer.parseInt(row.text("n")),
                row,
                facts,
                row.text("expected").equals("PERMIT"),
                row.text("reason"),
                determining);
    }

    private Vocabulary vocabulary() {
        var parents = new LinkedHashMap<String, Optional<String>>();
        policy.getJsonObject("purposeTree")
                .forEach((node, parent) -> parents.put(
                        node, parent instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty()));
        var roles = new TreeSet<String>();
        policy.getJsonObject("rolesByAgency")
                .values()
                .forEach(ofAgency -> roles.addAll(strings(ofAgency.asJsonArray())));
        return Vocabulary.withPurposes(new PurposeTree(parents))
                .terms(Dimension.AGENCY_TYPE, strings(policy.getJsonArray("agencies")))
                .terms(Dimension.FUNCTION, List.copyOf(roles))
                .terms(Dimension.CATEGORY, strings(policy.getJsonArray("categories")))
                .terms(Dimension.ACTION, strings(policy.getJsonArray("actions")))
                .terms(Dimension.GROUND, strings(policy.getJsonArray("legalBases")))
                .terms(Dimension.CONSENT, strings(policy.getJsonArray("consents")))
                .terms(Dimension.PARTICIPATION, strings(policy.getJsonArray("participations")))
                .build();
    }

    private List<Rule> rules() {
        return policy.getJsonArray("rules").getValuesAs(JsonObject.class).stream()
                .map(AuthzWorkload::rule)
                .toList();
    }

    private static Rule rule(JsonObject json) {
        var terms = new EnumMap<Dimension, Set<String>>(Dimension.class);
        put(terms, Dimension.AGENCY_TYPE, json.get("agencies"));
        put(terms, Dimension.FUNCTION, json.get("roles"));
        put(terms, Dimension.CATEGORY, json.get("categories"));
        put(terms, Dimension.ACTION, json.get("actions"));
        put(terms, Dimension.GROUND, json.get("legalBases"));
        put(terms, Dimension.CONSENT, json.get("consents"));
        put(terms, Dimension.PARTICIPATION, json.get("participations"));
        return new Rule(
                json.getString("id"),
                Effect.valueOf(json.getString("effect")),
                json.get("purpose") instanceof JsonString purpose ? Set.of(purpose.getString()) : Set.of(),
                terms,
                json.getBoolean("withinWindow"),
                Emergency.valueOf(json.getString("breakGlass")),
                Set.of(),
                Citation.NONE);
    }

    private static void put(Map<Dimension, Set<String>> terms, Dimension dimension, @Nullable JsonValue value) {
        if (value instanceof JsonArray array) {
            terms.put(dimension, new TreeSet<>(strings(array)));
        }
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    private static Instant seconds(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private Stream<Row> rows(String file) {
        try {
            var lines = Files.readAllLines(folder.resolve(file));
            var header = lines.get(0).split(",", -1);
            return lines.stream().skip(1).filter(line -> !line.isBlank()).map(line -> {
                var cells = line.split(",", -1);
                if (cells.length != header.length) {
                    throw new IllegalArgumentException("%s: '%s' has %d cells, the header has %d"
                            .formatted(file, line, cells.length, header.length));
                }
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                return new Row(row);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
