package nl.samenzicht.web.content;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.security.policy.DataCategory;
import org.junit.jupiter.api.Test;

/** What two people made of one item, and what is kept of it. */
class VersionMergeTest {

    private static final ItemContent BASE = content("dayActivity", "Taalles", "living", "Kamer");

    private static ItemContent content(String... pairs) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new ItemContent(values);
    }

    private static VersionMerge merge(ItemContent mine, ItemContent theirs) {
        return new VersionMerge(DataCategory.SITUATION, BASE, mine, theirs, false);
    }

    @Test
    void fields_that_only_one_of_the_two_changed_are_both_kept() {
        // given
        var mine = content("dayActivity", "Werk", "living", "Kamer");
        var theirs = content("dayActivity", "Taalles", "living", "Huis");
        // when
        var merge = merge(mine, theirs);
        // then
        then(merge.chosen()).isEqualTo(Map.of("dayActivity", "Werk", "living", "Huis"));
        then(merge.takesTheirs()).isFalse();
    }

    @Test
    void a_field_that_both_changed_must_be_chosen() {
        // given
        var merge = merge(content("dayActivity", "Werk"), content("dayActivity", "School"));
        // when, then
        thenThrownBy(merge::chosen).isInstanceOf(ContentNotValid.class);
        // when
        merge.chooseAll(true);
        // then
        then(merge.chosen()).containsEntry("dayActivity", "Werk");
    }

    @Test
    void a_field_that_i_emptied_and_they_left_alone_stays_empty() {
        // given
        var mine = content("living", "Kamer");
        // when
        var merge = merge(mine, content("dayActivity", "Taalles", "living", "Huis"));
        // then
        then(merge.chosen()).isEqualTo(Map.of("living", "Huis"));
    }

    @Test
    void taking_all_of_theirs_leaves_nothing_to_save() {
        // given
        var merge = merge(content("dayActivity", "Werk"), content("dayActivity", "School"));
        // when
        merge.chooseAll(false);
        // then
        then(merge.takesTheirs()).isTrue();
        then(merge.chosen()).isEqualTo(Map.of("dayActivity", "School"));
    }

    @Test
    void a_masked_number_is_taken_as_a_whole_or_not_at_all() {
        // given
        var mine = content("bsn", "999990019", "bsnSource", "BRP");
        var merge = new VersionMerge(
                DataCategory.BSN, content("bsn", "••••••019"), mine, content("bsn", "••••••027"), true);
        // when
        merge.chooseAll(true);
        // then
        then(merge.chosen()).isEqualTo(mine.values());
    }
}
