package nl.samenzicht.web.gap;

import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.Municipalities;
import nl.samenzicht.domain.gap.GapService;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.FieldWords;

/** The words of the reporting gap. */
final class GapWords {
    private GapWords() {}

    /** A form of exploitation. */
    static String form(String code) {
        return code.equals(GapService.UNKNOWN)
                ? Terms.text("gap.form.unknown")
                : FieldWords.choice(
                        FieldCatalogue.standard()
                                .field(DataCategory.SIGNAL, "exploitation")
                                .orElseThrow(),
                        code);
    }

    /** The name of a municipality; its code when the table does not have it. */
    static String region(String code) {
        return code.equals(GapService.UNKNOWN)
                ? Terms.text("gap.region.unknown")
                : Municipalities.standard()
                        .withCode(code)
                        .map(Municipalities.Municipality::name)
                        .orElse(code);
    }

    /** Why not: how far it is, or the reason that was given. */
    static String why(String code) {
        return Terms.text("gap.why." + code);
    }
}
