package nl.samenzicht.security.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For what a professional works now; one at a time, chosen by the professional.
 *
 * <p>The codes are those of the default policy (D1–D10). A rule on a purpose holds for its whole subtree.
 */
public enum Purpose {
    /** Signaal beoordelen. */
    SIGNAL_ASSESSMENT("D1", null),
    /** Hulp en ondersteuning. */
    SUPPORT("D2", null),
    /** Casusoverleg. */
    CASE_CONFERENCE("D3", null),
    /** Acute veiligheid. */
    ACUTE_SAFETY("D4", null),
    /** Opsporing. */
    INVESTIGATION("D5", null),
    /** Verblijf (B8/3). */
    RESIDENCE("D6", null),
    /** Registratie CoMensha. */
    REGISTRATION("D7", null),
    /** Plaatsing opvang. */
    PLACEMENT("D8", null),
    /** Statistiek. */
    STATISTICS("D9", null),
    /** Toezicht en rechten. */
    OVERSIGHT("D10", null),
    /** Rechten van betrokkenen: a request or an incident that is being handled (AVG 15–22, 33). */
    SUBJECT_RIGHTS("D10.1", OVERSIGHT),
    /** Beheer: the directory of agencies and people, never case content. */
    ADMINISTRATION("B1", null);

    private final String code;
    private final @Nullable Purpose parent;

    Purpose(String code, @Nullable Purpose parent) {
        this.code = code;
        this.parent = parent;
    }

    /** Returns the code that people in the field use, such as {@code D2}. */
    public String code() {
        return code;
    }

    /** Returns the purpose that this one is part of. */
    public Optional<Purpose> parent() {
        return Optional.ofNullable(parent);
    }

    /** Returns all purposes as a tree of names. */
    public static PurposeTree tree() {
        var parents = new LinkedHashMap<String, Optional<String>>();
        Arrays.stream(values())
                .forEach(each -> parents.put(each.name(), each.parent().map(Purpose::name)));
        return new PurposeTree(parents);
    }

    /**
     * Returns the purpose with this code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Purpose ofCode(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no purpose '%s'".formatted(code)));
    }

    /** Returns whether this purpose is {@code other} or lies below it. */
    public boolean within(Purpose other) {
        return this == other || (parent != null && parent.within(other));
    }
}
