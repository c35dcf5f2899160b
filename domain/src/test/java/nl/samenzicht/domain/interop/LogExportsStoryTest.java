package nl.samenzicht.domain.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.officer.LogQuestion;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogExportsStoryTest {
    /** More than is read from the ledger at once, so that an export has a second part. */
    private static final int LOOKS = 620;

    private CaseworkWorld world;
    private CaseName name;

    @BeforeEach
    void a_case_that_was_often_looked_at() {
        world = new CaseworkWorld();
        name = world.as(
                world.coordinator,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.SUPPORT));
        IntStream.range(0, LOOKS)
                .forEach(look -> world.does(
                        world.coordinator,
                        () -> world.caseFiles.open(name.id(), DataCategory.SITUATION, Purpose.SUPPORT)));
        world.seal();
    }

    private LogQuestion looks() {
        return LogQuestion.about(
                LogFilter.where().action(Action.VIEW_SECTION.name()).build());
    }

    private String taken(LogFormat format) {
        return world.as(world.officer, () -> {
            var out = new ByteArrayOutputStream();
            try {
                world.logExports.export(format, looks()).content().writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toString(UTF_8);
        });
    }

    private String said() {
        world.seal();
        return world.as(world.officer, () -> {
            var question = LogQuestion.about(
                    LogFilter.where().action(Action.EXPORT_LOG.name()).build());
            return world.officers.page(question, Optional.empty()).lines().stream()
                    .map(line -> world.officers.detail(line.code()).orElseThrow())
                    .map(detail -> detail.line().event().outcome() + " "
                            + detail.typed().orElse(""))
                    .sorted()
                    .toList()
                    .toString();
        });
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void every_line_leaves_once_and_the_log_says_in_which_format_and_how_many(LogFormat format) {
        // when
        var lines = taken(format).lines().toList();
        // then
        var heading = format == LogFormat.CSV ? 1 : 0;
        then(lines).hasSize(LOOKS + heading).doesNotHaveDuplicates();
        then(said())
                .isEqualTo("[PERMITTED format=%1$s; action=VIEW_SECTION, RECORDED format=%1$s; lines=%2$d]"
                        .formatted(format, LOOKS));
    }

    @Test
    void an_export_that_its_reader_breaks_off_is_on_record_as_failed() {
        var gone = new OutputStream() {
            @Override
            public void write(int any) throws IOException {
                throw new IOException("the reader is gone");
            }
        };
        world.does(world.officer, () -> {
            var export = world.logExports.export(LogFormat.NEN_7513, looks());
            assertThatThrownBy(() -> export.content().writeTo(gone)).isInstanceOf(IOException.class);
        });
        then(said()).contains("FAILED format=NEN_7513; broken off");
    }

    @Test
    void who_is_no_officer_gets_nothing() {
        for (var who : Map.of("coordinator", world.coordinator, "detective", world.detective)
                .values()) {
            world.does(
                    who,
                    () -> assertThatThrownBy(() -> world.logExports.export(LogFormat.CSV, looks()))
                            .isInstanceOf(AccessDenied.class));
        }
    }
}
