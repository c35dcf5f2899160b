package nl.samenzicht.domain.linkage;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;

/** The attack of the benchmark, on fewer people. */
class FrequencyAttackTest {

    private static final double HUNDREDTH = 0.01;

    private final FrequencyAttack attack = new FrequencyAttack(DutchPeople.population(11, 10_000));
    private final Frequencies frequencies = Weights.standard().frequencies();

    @Test
    void what_is_stored_tells_who_somebody_is_of_one_in_a_hundred_at_most() {
        then(attack.onTokens(frequencies).identified()).isLessThan(HUNDREDTH);
        then(attack.onSealedRecords(frequencies).identified()).isLessThan(HUNDREDTH);
    }

    @Test
    void neither_do_records_whose_seal_has_failed() {
        then(attack.onRecords().identified()).isLessThan(HUNDREDTH);
    }

    @Test
    void the_attack_works_where_equal_names_look_equal() {
        then(attack.onUnsaltedRecords().identified()).isGreaterThan(0.1);
    }
}
