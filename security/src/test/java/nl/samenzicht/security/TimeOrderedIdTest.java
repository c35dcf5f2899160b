package nl.samenzicht.security;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    @Test
    void carries_the_moment_of_the_worked_example_in_rfc_9562() {
        // Appendix A.6: 2022-02-22 14:22:22.00 GMT-05:00 is 0x017F22E279B0
        then(TimeOrderedId.at(0x017F22E279B0L).toString()).startsWith("017f22e2-79b0-7");
    }

    @Test
    void is_version_seven_of_the_ietf_variant() {
        UUID id = TimeOrderedId.next();
        then(id.version()).isEqualTo(7);
        then(id.variant()).isEqualTo(2);
    }

    @Test
    void sorts_by_the_moment_it_was_made() {
        then(TimeOrderedId.at(1_000).toString())
                .isLessThan(TimeOrderedId.at(1_001).toString());
    }

    @Test
    void differs_within_one_millisecond() {
        then(TimeOrderedId.at(1_000)).isNotEqualTo(TimeOrderedId.at(1_000));
    }
}
