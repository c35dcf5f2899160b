package nl.samenzicht.security.administration;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import nl.samenzicht.security.administration.FirstPeople.Named;
import org.junit.jupiter.api.Test;

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
}
