package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs of people who are signed in: the same gate as on the screens, problem details, and nothing for strangers. */
class ApiIT {

    private static Person noor;
    private static Person amina;
    private static Person fatima;

    @BeforeAll
    static void signIn() {
        noor = Person.atDesk("noor@waterdam.example");
        amina = Person.atDesk("amina@deluwte.example");
        fatima = Person.atDesk("fatima@waterdam.example");
    }

    @AfterAll
    static void close() {
        noor.close();
        amina.close();
        fatima.close();
    }

    private static APIResponse get(Person who, String path) {
        return who.page().request().get(who.url() + path);
    }

    private static APIResponse post(Person who, String path, Object body) {
        return who.page()
                .request()
                .post(
                        who.url() + path,
                        RequestOptions.create()
                                .setHeader("Samenzicht-Client", "test")
                                .setData(body));
    }

    private static JsonObject json(APIResponse answer) {
        return JsonParser.parseString(answer.text()).getAsJsonObject();
    }

    /** A case that the municipality leads, recorded through the interface. */
    private static String ownCase() {
        var page = json(get(noor, "api/v1/cases?purpose=D2&status=OPEN&onlyLead=true"));
        return page.getAsJsonArray("cases")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("name")
                .get("id")
                .getAsString();
    }

    @Test
    void the_list_and_the_card_hold_no_content() {
        // when
        var page = json(get(noor, "api/v1/cases?purpose=D2"));
        var card = json(get(noor, "api/v1/cases/" + ownCase() + "?purpose=D2"));
        // then
        then(page.get("total").getAsLong()).isPositive();
        then(page.getAsJsonArray("cases").size()).isPositive();
        then(card.getAsJsonArray("categories").size()).isEqualTo(14);
        then(card.get("logEntry").getAsString()).matches("[0-9A-Z]{4}-[0-9A-Z]{2}");
        then(card.keySet()).doesNotContain("items", "values");
    }

    @Test
    void what_is_recorded_can_be_opened_for_a_purpose_and_never_without_one() {
        // given
        var file = ownCase();
        var words = "Genoteerd " + UUID.randomUUID();
        // when
        var recorded = post(
                noor,
                "api/v1/cases/" + file + "/categories/SIT/items?purpose=D2",
                Map.of("kind", "FIELDS", "values", Map.of("living", words)));
        // then
        then(recorded.status()).isEqualTo(201);
        var opened = get(noor, "api/v1/cases/" + file + "/categories/SIT?purpose=D2");
        then(opened.status()).isEqualTo(200);
        then(opened.text()).contains(words);
        then(opened.headers()).containsEntry("cache-control", "no-store").doesNotContainKey("x-powered-by");
        var without = get(noor, "api/v1/cases/" + file + "/categories/SIT");
        then(without.status()).isEqualTo(400);
        then(json(without).get("code").getAsString()).isEqualTo("purpose-required");
        then(without.text()).doesNotContain(words);
    }

    @Test
    void a_forbidden_case_and_one_that_does_not_exist_answer_alike() {
        // given
        var forbidden = ownCaseWithoutAmina();
        for (var path : List.of("", "/categories/ID", "/shares", "/consents")) {
            // when
            var theirs = get(amina, "api/v1/cases/" + forbidden + path + "?purpose=D2");
            var nobodys = get(amina, "api/v1/cases/" + UUID.randomUUID() + path + "?purpose=D2");
            // then
            then(theirs.status()).isEqualTo(404);
            then(nobodys.status()).isEqualTo(404);
            then(withoutReference(theirs)).isEqualTo(withoutReference(nobodys));
            then(names(theirs)).isEqualTo(names(nobodys));
        }
    }

    private static String ownCaseWithoutAmina() {
        var hers = get(amina, "api/v1/cases?purpose=D2&limit=100").text();
        for (var each : json(get(noor, "api/v1/cases?purpose=D2&onlyLead=true&limit=100"))
                .getAsJsonArray("cases")) {
            var id = each.getAsJsonObject().getAsJsonObject("name").get("id").getAsString();
            if (!hers.contains(id)) {
                return id;
            }
        }
        throw new IllegalStateException("the demo has no case of the municipality alone");
    }

    private static JsonObject withoutReference(APIResponse answer) {
        var body = json(answer);
        then(body.remove("reference").getAsString()).matches("[0-9A-Z]{4}-[0-9A-Z]{2}");
        return body;
    }

    private static List<String> names(APIResponse answer) {
        return answer.headersArray().stream()
                .map(header -> header.name)
                .sorted()
                .toList();
    }

    @Test
    void a_refusal_has_the_told_reason_its_words_and_its_log_entry() {
        // when
        var refused = get(noor, "api/v1/cases/" + ownCase() + "/categories/GEZ?purpose=D2");
        var unread = get(noor, "api/v1/log");
        // then
        then(refused.status()).isEqualTo(403);
        then(refused.headers().get("content-type")).startsWith("application/problem+json");
        then(json(refused).get("code").getAsString()).isEqualTo("NOT_SHARED");
        then(json(refused).get("detail").getAsString()).isEqualTo("Dit is niet met u gedeeld.");
        then(json(refused).getAsJsonArray("help").toString()).contains("REQUEST_SHARE");
        then(json(refused).get("reference").getAsString()).matches("[0-9A-Z]{4}-[0-9A-Z]{2}");
        then(unread.status()).isEqualTo(403);
    }

    @Test
    void an_officer_reads_the_log_page_by_page() {
        // when
        var first = json(get(fatima, "api/v1/log"));
        var second = json(get(fatima, "api/v1/log?after=" + first.get("next").getAsString()));
        // then
        then(first.getAsJsonArray("lines").size()).isEqualTo(50);
        then(second.getAsJsonArray("lines")).isNotEmpty().doesNotContainAnyElementsOf(first.getAsJsonArray("lines"));
        var imports = json(get(fatima, "api/v1/log?action=VIEW_LOG"));
        then(imports.getAsJsonArray("lines"))
                .allSatisfy(line ->
                        then(line.getAsJsonObject().get("action").getAsString()).isEqualTo("VIEW_LOG"));
    }

    @Test
    void shares_are_told_in_and_out() {
        // when
        var shares = json(get(amina, "api/v1/shares?purpose=D2"));
        // then
        then(shares.getAsJsonArray("incoming").size()
                        + shares.getAsJsonArray("outgoing").size())
                .isPositive();
    }

    @Test
    void a_write_without_the_header_or_without_json_does_nothing() {
        // given
        var path = "api/v1/cases/" + ownCase() + "/categories/SIT/items?purpose=D2";
        // when
        var bare = noor.page()
                .request()
                .post(
                        noor.url() + path,
                        RequestOptions.create()
                                .setData(Map.of("kind", "FIELDS", "values", Map.of("living", "niet vanuit ons"))));
        var form = noor.page()
                .request()
                .post(
                        noor.url() + path,
                        RequestOptions.create()
                                .setHeader("Samenzicht-Client", "test")
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setData("kind=FIELDS"));
        // then
        then(bare.status()).isEqualTo(400);
        then(json(bare).get("code").getAsString()).isEqualTo("client-header-required");
        then(form.status()).isEqualTo(415);
        then(get(noor, "api/v1/cases/" + ownCase() + "/categories/SIT?purpose=D2")
                        .text())
                .doesNotContain("niet vanuit ons");
    }

    @Test
    void wrong_values_are_told_field_by_field() {
        // when
        var wrong = post(
                noor,
                "api/v1/cases/" + ownCase() + "/categories/ID/items?purpose=D2",
                Map.of("kind", "FIELDS", "values", Map.of("birthDate", "31-31-1991", "givenNames", "Mila")));
        // then
        then(wrong.status()).isEqualTo(422);
        var errors = json(wrong).getAsJsonArray("errors");
        then(errors.size()).isEqualTo(1);
        then(errors.get(0).getAsJsonObject().get("field").getAsString()).isEqualTo("birthDate");
        then(wrong.text()).doesNotContain("1991");
    }

    @Test
    void strangers_learn_nothing() {
        try (var stranger = Person.at(Person.Setting.DESK)) {
            then(get(stranger, "api/v1/cases?purpose=D2").status()).isEqualTo(401);
            then(get(stranger, "api/v1/cases/" + UUID.randomUUID() + "?purpose=D2")
                            .status())
                    .isEqualTo(401);
            then(get(stranger, "api/v1/log").status()).isEqualTo(401);
            for (var closed : List.of(
                    "openapi",
                    "openapi/",
                    "openapi?format=json",
                    "metrics",
                    "metrics/base",
                    "health/ready",
                    "health/live",
                    "health/started",
                    "api/v1/application.wadl")) {
                then(get(stranger, closed).status()).as(closed).isEqualTo(404);
            }
            then(get(stranger, "health").text()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void the_description_is_there_for_people_who_are_signed_in() {
        // when
        var description = json(get(noor, "openapi?format=json"));
        // then
        then(description.getAsJsonObject("paths").keySet())
                .contains(
                        "/api/v1/cases",
                        "/api/v1/cases/{id}",
                        "/api/v1/cases/{id}/categories/{category}",
                        "/api/v1/cases/{id}/categories/{category}/items",
                        "/api/v1/cases/{id}/shares",
                        "/api/v1/cases/{id}/consents",
                        "/api/v1/shares",
                        "/api/v1/shares/{id}/end",
                        "/api/v1/log");
        then(description.getAsJsonObject("info").get("title").getAsString()).isEqualTo("Samenzicht");
        then(description.toString()).contains("purpose", "logEntry");
    }
}
