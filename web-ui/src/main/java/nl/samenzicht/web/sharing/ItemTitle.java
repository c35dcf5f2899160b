package nl.samenzicht.web.sharing;

import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.FieldWords;

/** An item of one's own in one line, to choose from. */
final class ItemTitle {
    private static final int LONGEST = 90;

    private ItemTitle() {}

    static String of(DataCategory category, ItemView item) {
        var values = item.content().values();
        return switch (item.kind()) {
            case NOTE ->
                Terms.text(
                        "share.item.note",
                        FieldWords.value(
                                category, ItemContent.NOTE_DATE, values.getOrDefault(ItemContent.NOTE_DATE, "")),
                        shortened(values.getOrDefault(ItemContent.NOTE_TEXT, "")));
            case GOAL -> Terms.text("share.item.goal", shortened(values.getOrDefault("goal", "")));
            case SCORE ->
                Terms.text(
                        "share.item.score",
                        FieldWords.value(category, ItemContent.NOTE_DATE, values.getOrDefault("scoredOn", "")));
            case ASSESSMENT -> Terms.text("share.item.assessment", Terms.moment(item.recordedAt()));
            case MELDCODE -> Terms.text("share.item.meldcode", Terms.moment(item.recordedAt()));
            case FIELDS ->
                Terms.text("share.item.fields", Terms.moment(item.recordedAt()), shortened(firstValue(category, item)));
        };
    }

    private static String firstValue(DataCategory category, ItemView item) {
        return FieldCatalogue.standard().of(category).stream()
                .map(FieldDefinition::key)
                .filter(item.content().values()::containsKey)
                .findFirst()
                .map(key -> FieldWords.label(category, key) + ": "
                        + FieldWords.value(
                                category, key, item.content().values().get(key)))
                .orElse("");
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
