package nl.samenzicht.domain.processing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.agreement.RulesInWords;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.DefaultRulebook;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.ProductGuards;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Rulebook;
import nl.samenzicht.security.policy.RulebookFile;
import org.junit.jupiter.api.Test;

/** The register says what the rules in force do; expectations are by hand from the default matrix (DOMAIN 4.3, 4.4). */
class ProcessingsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    private static Optional<Processing> processing(Rulebook rulebook, AgencyType type, Purpose purpose) {
        return all(rulebook, type).stream()
                .filter(each -> each.purpose() == purpose)
                .findFirst();
    }

    private static List<Processing> all(Rulebook rulebook, AgencyType type) {
        return Processings.of(new RulesInWords(new PolicyEngine(rulebook, ProductGuards.all()), NOW), type);
    }

    private static Rulebook without(String start) {
        var rows = DefaultRulebook.text()
                .lines()
                .filter(line -> !line.startsWith(start))
                .collect(joining("\n"));
        return RulebookFile.read("other", 2, Instant.EPOCH, rows + "\n");
    }

    @Test
    void help_by_a_municipality_has_its_categories_its_functions_and_its_sources() {
        var help = processing(DefaultRulebook.load(), AgencyType.MUNICIPALITY, Purpose.SUPPORT)
                .orElseThrow();
        then(help.categories())
                .contains(DataCategory.IDENTITY, DataCategory.CONTACT, DataCategory.SITUATION)
                .doesNotContain(DataCategory.CRIMINAL_JUSTICE, DataCategory.SECRET_LOCATION);
        then(help.functions()).contains(Function.CARE_COORDINATOR).doesNotContain(Function.POLICY_ADVISER);
        then(help.sources())
                .contains("AVG 6(1)(e)", "Wabb 10")
                .allMatch(source -> !source.isBlank() && !source.contains(";"));
        then(help.recipients()).contains(AgencyType.CARE_PROVIDER);
    }

    @Test
    void investigation_is_the_work_of_the_police_and_of_no_municipality() {
        then(processing(DefaultRulebook.load(), AgencyType.MUNICIPALITY, Purpose.INVESTIGATION))
                .isEmpty();
        then(processing(DefaultRulebook.load(), AgencyType.POLICE, Purpose.INVESTIGATION))
                .isPresent();
    }

    @Test
    void who_runs_the_platform_has_data_of_persons_only_for_their_rights() {
        then(all(DefaultRulebook.load(), AgencyType.PLATFORM))
                .allMatch(processing -> processing.purpose().within(Purpose.OVERSIGHT)
                        && processing.functions().equals(Set.of(Function.PRIVACY_OFFICER)));
    }

    @Test
    void another_rulebook_makes_another_register_without_any_edit() {
        // given
        var before = processing(DefaultRulebook.load(), AgencyType.MUNICIPALITY, Purpose.SUPPORT)
                .orElseThrow();
        then(before.categories()).contains(DataCategory.FINANCE);
        // when
        var after = processing(without("D2-GEM-ZC"), AgencyType.MUNICIPALITY, Purpose.SUPPORT);
        // then
        then(after.map(Processing::categories).orElse(Set.of())).doesNotContain(DataCategory.FINANCE);
    }
}
