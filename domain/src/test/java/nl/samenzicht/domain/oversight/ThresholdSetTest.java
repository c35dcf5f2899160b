package nl.samenzicht.domain.oversight;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdSetTest {

    @Test
    void each_threshold_of_the_product_has_its_article() {
        then(ThresholdSet.standard().articles()).containsOnlyKeys(Threshold.values());
        then(ThresholdSet.standard().articles().values())
                .allSatisfy(article -> then(article).isNotBlank());
    }

    @Test
    void no_number_puts_a_rule_out_of_work() {
        var values = new EnumMap<>(ThresholdSet.standard().values());
        values.put(Threshold.SEARCH_LEAST, 1_000_000);
        thenThrownBy(() -> next(values)).hasMessageContaining("SEARCH_LEAST").hasMessageContaining("1000000");
    }

    @Test
    void a_version_without_one_of_them_is_no_version() {
        var values = new EnumMap<>(ThresholdSet.standard().values());
        values.remove(Threshold.SAMPLE_SIZE);
        thenThrownBy(() -> next(values)).hasMessageContaining("SAMPLE_SIZE");
    }

    private static void next(Map<Threshold, Integer> values) {
        ThresholdSet.standard().followedBy(2, values, "", LogFixture.person("fatima"), Instant.EPOCH);
    }
}
