package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way in and the frame, in both sizes, both languages, light and dark: no obstacle, no complaint, and a picture. */
class FrameIT {
    static List<Person.Setting> settings() {
        var desk = Person.Setting.DESK;
        var phone = Person.Setting.PHONE;
        return List.of(desk, desk.in("en-GB"), desk.inDark(), phone, phone.in("en-GB"), phone.inDark());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void the_way_in_and_the_frame_are_open_to_everybody(Person.Setting setting) {
        try (var noor = Person.at(setting)) {
            // given
            noor.open("sign-in");
            Screenshots.take(noor, "sign-in", setting);
            Accessibility.check(noor);
            // when
            noor.signIn("noor@waterdam.example");
            // then
            Screenshots.take(noor, "start", setting);
            Accessibility.check(noor);
            noor.open("account");
            Screenshots.take(noor, "account", setting);
            Accessibility.check(noor);
            then(noor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void somebody_with_two_functions_chooses_one(Person.Setting setting) {
        try (var bram = Person.at(setting)) {
            // given
            bram.open("sign-in");
            // when
            bram.find("[data-user='bram@waterdam.example']").click();
            bram.find(".function-choice").first().waitFor();
            // then
            Screenshots.take(bram, "function-choice", setting);
            Accessibility.check(bram);
            then(bram.find(".function-choice").count()).isEqualTo(2);
            bram.find(".function-choice").first().click();
            bram.page().waitForURL(address -> !address.contains("sign-in"));
            then(bram.complaints()).isEmpty();
        }
    }
}
