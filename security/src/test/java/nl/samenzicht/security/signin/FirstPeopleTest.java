package nl.samenzicht.security.signin;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.database.DatabaseReady.Mode;
import nl.samenzicht.security.signin.FirstPeople.Named;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstPeopleTest {
    @Test
    void the_administrator_comes_first_and_the_managers_after() {
        // when
        var people = Named.all("Robin Bos <robin@beheer.example>,Alex Vos<alex@beheer.example> , "
                + "Sam van der Wouters <sam@beheer.example>");
        // then
        then(people)
                .containsExactly(
                        new Named("Robin Bos", "robin@beheer.example"),
                        new Named("Alex Vos", "alex@beheer.example"),
                        new Named("Sam van der Wouters", "sam@beheer.example"));
    }

    @Test
    void fewer_than_three_people_could_not_appoint_anybody_later_so_they_are_refused() {
        thenThrownBy(() -> Named.all("Robin Bos <robin@beheer.example>, Alex Vos <alex@beheer.example>"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("SAMENZICHT_FIRST_PEOPLE names 2 people; it takes a platform administrator and 2 managers");
    }

    @Test
    void an_address_without_a_name_is_refused_with_what_was_written() {
        thenThrownBy(() -> Named.all("robin@beheer.example, , "))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("SAMENZICHT_FIRST_PEOPLE has 'robin@beheer.example', which is not of the form"
                        + " 'Name <address>'");
    }

    @Nested
    class At_an_empty_production_database {
        private static final String THREE = "Robin Berg <robin@platform.example>, Alex Bos <alex@platform.example>,"
                + " Sam Wouters <sam@platform.example>";

        @TempDir
        private Path home;

        private SignInWorld world;
        private FirstPeople first;

        @BeforeEach
        void begin() {
            world = new SignInWorld(false);
            world.settings.put("samenzicht.home", home.toString());
            first = world.make(FirstPeople.class);
        }

        private void starts(Mode mode) {
            world.in(() -> world.announce(first, "begin", mode));
        }

        private Path file() {
            return home.resolve("first-people.txt");
        }

        private List<String> tokens() throws IOException {
            return Files.readAllLines(file()).stream()
                    .filter(line -> line.contains("choose-password/"))
                    .map(line -> line.substring(line.indexOf('/') + 1))
                    .toList();
        }

        private boolean enters(String token) {
            return world.in(() -> world.links.choosePassword(
                    token, Optional.empty(), SignInWorld.PASSWORD.toCharArray(), SignInWorld.OFFICE));
        }

        @Test
        void three_people_get_a_link_that_only_the_operator_can_read_and_no_password() throws IOException {
            // when
            world.settings.put("samenzicht.first.people", THREE);
            starts(Mode.PRODUCTION);
            // then
            then(tokens()).hasSize(3);
            then(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
            then(world.ask("select count(*) from account")).isEqualTo("0");
            then(world.ask("select job from ledger_entry where action = 'INVITE_AGENCY'"))
                    .isEqualTo("installation");
            then(enters(tokens().get(0))).isTrue();
        }

        @Test
        void links_are_made_anew_until_somebody_used_one_and_then_never_again() throws IOException {
            // given
            world.settings.put("samenzicht.first.people", THREE);
            starts(Mode.PRODUCTION);
            var lost = tokens();
            // when
            starts(Mode.PRODUCTION);
            var found = tokens();
            // then
            then(found).doesNotContainAnyElementsOf(lost);
            then(enters(found.get(0))).isTrue();
            starts(Mode.PRODUCTION);
            then(tokens()).isEqualTo(found);
            found.subList(1, 3).forEach(this::enters);
            starts(Mode.PRODUCTION);
            then(file()).doesNotExist();
        }

        @Test
        void who_writes_other_names_in_the_settings_later_does_not_come_in() {
            // given
            world.settings.put("samenzicht.first.people", THREE);
            starts(Mode.PRODUCTION);
            // when
            world.settings.put("samenzicht.first.people", THREE.replace("platform", "intruder"));
            starts(Mode.PRODUCTION);
            // then
            then(world.ask("select count(*) from professional where user_name like '%intruder%'"))
                    .isEqualTo("0");
        }

        @Test
        void nobody_is_let_into_a_demo_and_nobody_without_names() {
            starts(Mode.PRODUCTION);
            world.settings.put("samenzicht.first.people", THREE);
            starts(Mode.DEMO);
            then(world.ask("select count(*) from professional")).isEqualTo("0");
        }

        @ParameterizedTest(name = "''{0}''")
        @ValueSource(
                strings = {
                    "Robin <robin@platform.example>",
                    "Robin <robin@platform.example>, Robin <robin@platform.example>, Robin <robin@platform.example>",
                    ","
                })
        void what_cannot_be_used_is_refused_before_anything_changes(String named) {
            world.settings.put("samenzicht.first.people", named);
            thenThrownBy(() -> starts(Mode.PRODUCTION)).hasMessageContaining("SAMENZICHT_FIRST_PEOPLE");
            then(world.ask("select count(*) from agency")).isEqualTo("0");
        }
    }
}
