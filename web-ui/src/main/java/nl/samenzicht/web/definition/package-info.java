/** Help with definitions: act, means and purpose, smuggling against trafficking, and one case under several definitions at once. */
package nl.samenzicht.web.definition;
