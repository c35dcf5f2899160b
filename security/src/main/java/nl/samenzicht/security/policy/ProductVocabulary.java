package nl.samenzicht.security.policy;

import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;

/** What Samenzicht calls things, as the engine's vocabulary. */
public final class ProductVocabulary {

    private static final Vocabulary VOCABULARY = Vocabulary.withPurposes(Purpose.tree())
            .purposesAre(Purpose.class)
            .terms(Dimension.AGENCY_TYPE, AgencyType.class)
            .terms(Dimension.FUNCTION, Function.class)
            .terms(Dimension.CATEGORY, DataCategory.class)
            .terms(Dimension.ACTION, Action.class)
            .terms(Dimension.GROUND, Ground.class)
            .terms(Dimension.CONSENT, ConsentState.class)
            .terms(Dimension.PARTICIPATION, ParticipationState.class)
            .terms(Dimension.RELATION, Relation.class)
            .terms(Dimension.REGIME, Regime.class)
            .terms(Dimension.FRAMEWORK, Framework.class)
            .build();

    private ProductVocabulary() {}

    /** Returns the one vocabulary of the product. */
    public static Vocabulary vocabulary() {
        return VOCABULARY;
    }
}
