package nl.samenzicht.web;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenzicht.domain.breach.BreachState;
import nl.samenzicht.domain.breach.BreachStep;
import nl.samenzicht.domain.breach.Nature;
import nl.samenzicht.domain.breach.Risk;
import nl.samenzicht.domain.breach.SilenceGround;
import nl.samenzicht.domain.breach.WithAuthority;
import nl.samenzicht.domain.breach.WithPersons;
import nl.samenzicht.domain.definition.Classification;
import nl.samenzicht.domain.definition.Definition;
import nl.samenzicht.domain.definition.Element;
import nl.samenzicht.domain.definition.Known;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.Conclusion;
import nl.samenzicht.domain.indicator.Dimension;
import nl.samenzicht.domain.indicator.Observation;
import nl.samenzicht.domain.indicator.Outcome;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.domain.indicator.Weight;
import nl.samenzicht.domain.interop.LogFormat;
import nl.samenzicht.domain.officer.DisclosureRegister;
import nl.samenzicht.domain.oversight.AnomalyRule;
import nl.samenzicht.domain.oversight.MarkKind;
import nl.samenzicht.domain.oversight.Threshold;
import nl.samenzicht.domain.retention.DestructionBasis;
import nl.samenzicht.domain.retention.DestructionState;
import nl.samenzicht.domain.retention.HoldReason;
import nl.samenzicht.domain.retention.RecordKind;
import nl.samenzicht.domain.retention.RetentionTerms;
import nl.samenzicht.domain.rights.HandlingState;
import nl.samenzicht.domain.rights.HandlingStep;
import nl.samenzicht.domain.rights.NoticeKind;
import nl.samenzicht.domain.rights.NoticeOutcome;
import nl.samenzicht.domain.rights.RequestDecision;
import nl.samenzicht.domain.rights.Requester;
import nl.samenzicht.domain.rights.SubjectRight;
import nl.samenzicht.domain.rights.WithholdingGround;
import nl.samenzicht.domain.signal.Meldcode;
import nl.samenzicht.domain.signal.SignalState;
import nl.samenzicht.domain.signal.SignalStep;
import nl.samenzicht.security.agreement.RulesInWords;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Guard;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.ProductGuards;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the product can come to say, it has words for in both languages. */
class WordsTest {
    @Test
    void both_languages_have_the_same_keys() {
        then(Words.bundle(Words.ENGLISH).keySet())
                .isEqualTo(Words.bundle(Words.DUTCH).keySet())
                .hasSizeGreaterThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void no_key_stands_there_twice(String language) throws IOException {
        // given
        var seen = new HashSet<String>();
        var twice = new ArrayList<String>();
        // when
        try (var file = new java.io.BufferedReader(new InputStreamReader(
                WordsTest.class.getResourceAsStream("/messages_" + language + ".properties"),
                StandardCharsets.UTF_8))) {
            file.lines()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .filter(key -> !seen.add(key))
                    .forEach(twice::add);
        }
        // then
        then(seen).isNotEmpty();
        then(twice).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_text_with_places_to_fill_in_can_be_filled_in(String language) {
        var words = Words.bundle(Locale.forLanguageTag(language));
        then(words.keySet()).allSatisfy(key -> {
            var text = words.getString(key);
            if (text.contains("{0")) {
                then(new MessageFormat(text, Locale.forLanguageTag(language)).format(new Object[] {1, 2, 3, 4, 5, 6}))
                        .as(key)
                        .doesNotContain("{0}");
            }
        });
    }

    @Test
    void there_are_words_for_every_code_that_a_screen_may_show() {
        // given
        var needed = Stream.of(
                        keys("log.action.", Action.values()),
                        keys("log.did.", Action.values()),
                        keys("log.tried.", Action.values()),
                        keys("log.reason.", Reason.values()),
                        keys("log.export.format.", LogFormat.values()),
                        keys("log.replay.flag.", Flag.values()),
                        keys("log.replay.PARTICIPATION.", ParticipationState.values()),
                        keys("log.replay.RELATION.", Relation.values()),
                        keys("log.replay.CONSENT.", ConsentState.values()),
                        keys("log.export.hint.", LogFormat.values()),
                        keys("denied.", Reason.values()),
                        keys("category.", DataCategory.values()),
                        keys("purpose.", Purpose.values()),
                        keys("function.", nl.samenzicht.security.directory.Function.values()),
                        keys("agency-type.", AgencyType.values()),
                        keys("verdict.", Verdict.values()),
                        keys("judgement.verdict.", Verdict.values()),
                        keys("alert.rule.", AnomalyRule.values()),
                        keys("alert.reason.", AnomalyRule.values()),
                        keys("alert.needs.", AnomalyRule.values()),
                        keys("threshold.", Threshold.values()),
                        keys("mark-kind.", MarkKind.values()),
                        keys("mark-kind.help.", MarkKind.values()),
                        keys("nature.", Nature.values()),
                        keys("risk.", Risk.values()),
                        keys("with-authority.", WithAuthority.values()),
                        keys("with-persons.", WithPersons.values()),
                        keys("breach-state.", BreachState.values()),
                        keys("silence-ground.", SilenceGround.values()),
                        keys("breach-step.", BreachStep.values()),
                        keys("breach-step.act.", BreachStep.values()),
                        keys("breach-step.words.", BreachStep.values()),
                        keys("breach-step.help.", BreachStep.values()),
                        keys("breach.paper.intro.", Regime.values()),
                        keys("subject-right.", SubjectRight.values()),
                        keys("requester.", Requester.values()),
                        keys("request-decision.", RequestDecision.values()),
                        keys("withholding-ground.", WithholdingGround.values()),
                        keys("handling-state.", HandlingState.values()),
                        keys("handling-step.", HandlingStep.values()),
                        keys("handling-step.act.", HandlingStep.values()),
                        keys("handling-step.words.", HandlingStep.values()),
                        keys("handling-step.help.", HandlingStep.values()),
                        keys("notice-kind.", NoticeKind.values()),
                        keys("notice-outcome.", NoticeOutcome.values()),
                        keys("statement.manner.", DisclosureRegister.Manner.values()),
                        keys("use.", RulesInWords.Use.values()),
                        keys("rulebook.limit.", Obligation.values()),
                        keys("rulebook.duty.", Obligation.values()),
                        keys("definition.", Definition.values()),
                        keys("definition.met.", Known.values()),
                        keys("definition.element.", Element.Kind.values()),
                        Classification.rules().map(rule -> "definition.rule." + rule.code()),
                        keys("signal.state.", SignalState.values()),
                        keys("signal.told.", SignalState.values()),
                        keys("signal.step.", SignalStep.Step.values()),
                        keys("retention.record.", RecordKind.values()),
                        keys("retention.standing.", RetentionTerms.Standing.values()),
                        keys("retention.state.", DestructionState.values()),
                        keys("retention.basis.", DestructionBasis.values()),
                        keys("retention.hold.", HoldReason.values()),
                        keys("meldcode.step.", Meldcode.Step.values()),
                        keys("profile.", Profile.values()),
                        keys("dimension.", Dimension.values()),
                        keys("assess.dimension.", Dimension.values()),
                        keys("weight.", Weight.values()),
                        keys("conclusion.", Conclusion.values()),
                        keys("outcome.", Outcome.values()),
                        keys("score.meaning.", Outcome.values()),
                        keys("age-basis.", Assessment.AgeBasis.values()),
                        keys("manner.", Observation.Manner.values()),
                        keys("reliability.", Observation.Reliability.values()),
                        keys("assess.observed.", Observation.Answer.values()),
                        ProductGuards.all().stream()
                                .map(Guard::name)
                                .map(name -> "rulebook.guard." + name.replace(' ', '-')))
                .flatMap(Function.identity())
                .toList();
        // when
        Set<String> known = Words.bundle(Words.DUTCH).keySet();
        List<String> missing =
                needed.stream().filter(key -> !known.contains(key)).toList();
        // then
        then(needed).hasSizeGreaterThan(200);
        then(missing).isEmpty();
    }

    private static Stream<String> keys(String prefix, Enum<?>... codes) {
        return Arrays.stream(codes).map(code -> prefix + code.name());
    }
}
