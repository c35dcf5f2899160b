package nl.samenzicht.domain.breach;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.breach.BreachPage.ActView;

/** A notification to the authority for machines, as one JSON object with the letters of AVG 33(3). Times are UTC. */
public final class BreachJson {
    private static final String FORMAT = "samenzicht-breach-notification/1";

    private BreachJson() {}

    /** The document as UTF-8. */
    public static byte[] of(BreachDocument document) {
        var card = document.card();
        var json = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("number", card.number())
                .add("made", document.made().toString())
                .add("controller", document.agency())
                .add("regime", card.regime().name())
                .add("version", document.version())
                .add("aware", card.course().aware().toString())
                .add("due", card.course().due().toString())
                .add("authority", card.course().authority().name())
                .add("persons_informed", card.course().persons().name())
                .add("happened_from", document.account().from().toString());
        document.account().until().ifPresent(at -> json.add("happened_until", at.toString()));
        card.course().risk().ifPresent(risk -> json.add("risk", risk.name()));
        card.course().ground().ifPresent(ground -> json.add("not_informed_on", ground.article(card.regime())));
        document.delay().ifPresent(why -> json.add("reason_for_delay", why));
        return json.add("a_nature", nature(document.account()))
                .add("b_contact", contact(document))
                .add("c_consequences", document.account().consequences())
                .add("d_measures", document.account().measures())
                .add(
                        "counted_from_log",
                        document.counted().map(BreachJson::counted).orElse(Json.createObjectBuilder()))
                .add("steps", steps(document.acts()))
                .build()
                .toString()
                .getBytes(UTF_8);
    }

    private static JsonObjectBuilder nature(Account account) {
        return Json.createObjectBuilder()
                .add("what", account.what())
                .add("natures", names(account.natures()))
                .add("categories", names(account.categories()))
                .add("persons", quantity(account.persons()))
                .add("records", quantity(account.records()));
    }

    private static JsonObjectBuilder contact(BreachDocument document) {
        return Json.createObjectBuilder()
                .add("data_protection_officers", array(document.officers()))
                .add("contact", document.account().contact());
    }

    private static JsonObjectBuilder quantity(Optional<Quantity> known) {
        var json = Json.createObjectBuilder();
        known.ifPresent(quantity -> json.add("at_least", quantity.atLeast()).add("at_most", quantity.atMost()));
        return json;
    }

    private static JsonObjectBuilder counted(Affected counted) {
        return Json.createObjectBuilder()
                .add("lines", counted.lines())
                .add("persons", counted.persons())
                .add("records", counted.records())
                .add("cases", counted.caseNumbers().size())
                .add("categories", names(counted.categories()));
    }

    private static JsonArrayBuilder steps(List<ActView> acts) {
        var array = Json.createArrayBuilder();
        acts.forEach(act -> {
            var step = Json.createObjectBuilder()
                    .add("step", act.doing().step().name())
                    .add("at", act.doing().at().toString())
                    .add("complete", act.doing().complete())
                    .add("words", act.doing().words());
            act.doing().risk().ifPresent(risk -> step.add("risk", risk.name()));
            array.add(step);
        });
        return array;
    }

    private static JsonArrayBuilder names(Collection<? extends Enum<?>> codes) {
        return array(codes.stream()
                .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
                .map(Enum::name)
                .toList());
    }

    private static JsonArrayBuilder array(List<String> texts) {
        var array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }
}
