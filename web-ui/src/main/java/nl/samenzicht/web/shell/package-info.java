/**
 * The frame around every page: who you are, for which purpose you work, where you can go, and the way out.
 * A feature adds itself to the menu with a {@link nl.samenzicht.web.shell.NavigationEntry}.
 */
package nl.samenzicht.web.shell;
