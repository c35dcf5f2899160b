package nl.samenzicht.it;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures for people to look at, in {@code target/screenshots}. */
final class Screenshots {
    private Screenshots() {}

    static Path take(Person person, String screen, Person.Setting setting) {
        Path file = Path.of("target", "screenshots").resolve(screen + "-" + setting.name() + ".png");
        person.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }
}
