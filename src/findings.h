// What the engine finds, as plain values in the reader's coordinates (source
// UTF-16 units). The rooms fill these; src/output writes them. Nothing here
// owns or points into the text.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/blocks.h"
#include "text/iso_day.h"
#include "text/spans.h"

namespace fihris {

struct Options {
  std::optional<Day> published;  // publication date: relative dates resolve against it
};

enum class FigureType : uint8_t {
  money,
  percent,
  quantity,
  count,
  cardinal,
  ordinal,
  date,
  time,
  duration,
  age,
  ratio
};
inline constexpr std::array<std::string_view, 11> kFigureTypeNames = {
    "MONEY", "PERCENT", "QUANTITY", "COUNT", "CARDINAL", "ORDINAL", "DATE", "TIME", "DURATION", "AGE", "RATIO"};

enum class Hedge : uint8_t { none, approx, at_least, at_most, more_than, less_than };
inline constexpr std::array<std::string_view, 6> kHedgeNames = {"",        "approx",    "at_least",
                                                                "at_most", "more_than", "less_than"};

// Whom a figure is attributed to: the quote it stands in, or a phrase such as
// "according to the ministry".
struct Source {
  std::optional<Span> span;         // the source's own words, where the text names it
  std::optional<uint32_t> mention;  // index into Analysis::mentions
  std::optional<uint32_t> quote;    // index into Analysis::quotes
};

struct Figure {
  Span span;
  uint32_t first_token = 0;  // tokens [first_token, last_token)
  uint32_t last_token = 0;
  FigureType type = FigureType::cardinal;
  std::optional<double> value;  // absent for ranges, vague amounts and dates
  std::optional<double> low;    // ranges and vague amounts
  std::optional<double> high;
  Hedge hedge = Hedge::none;
  std::string unit;        // ISO 4217 code or unit symbol ("km", "bbl", "pp"); empty: none
  std::string per;         // rate: "year", "h", "capita"; empty: none
  std::optional<Span> of;  // the counted noun
  std::string timex;       // TIMEX3 value; empty: none
  std::string from, to;    // resolved interval, ISO 8601, `to` exclusive; empty: unresolved
  std::string hijri;       // "1436-09-15"; empty: none
  int weekday = 0;         // the weekday the text gives a date, 1 Monday .. 7; 0: none (the checks read it)
  std::optional<std::array<int, 2>> score;  // of a match, as told: {3, 1}
  // Filled by the links room:
  std::optional<Span> subject;     // what the clause says it of
  std::optional<uint32_t> when;    // the date that governs it: index of a DATE or TIME figure
  std::optional<Source> source;    // whom it is attributed to
  std::optional<uint32_t> change;  // index into Analysis::changes
  std::string rule;                // name of the rule that read it, for the card
};

enum class EntityType : uint8_t { person, org, gpe, loc, fac, norp, product, event, work, law, language, occ, web };
inline constexpr size_t kEntityTypeCount = 13;
inline constexpr std::array<std::string_view, kEntityTypeCount> kEntityTypeNames = {
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK", "LAW", "LANGUAGE", "OCC", "WEB"};

enum class Via : uint8_t { model, lexicon, rule, repeat };
inline constexpr std::array<std::string_view, 4> kViaNames = {"model", "lexicon", "rule", "repeat"};

struct Mention {
  Span span;
  uint32_t first_token = 0;  // tokens [first_token, last_token); the span may begin inside the first
  uint32_t last_token = 0;
  EntityType type = EntityType::person;
  uint32_t entity = 0;   // index into Analysis::entities
  float confidence = 0;  // 0..1, calibrated
  Via via = Via::rule;
  std::string evidence;  // short, for the card: which rule, which lexicon row (Latin name)
  std::string country;   // ISO 3166 alpha-2 from the lexicon; empty: unknown
  std::string latin;     // Latin name from the lexicon; empty: unknown
};

struct Entity {
  EntityType type = EntityType::person;
  std::string name;                  // UTF-8, the fullest form met
  std::vector<std::string> aliases;  // UTF-8, other forms met
  std::string country;
  std::string latin;
  std::vector<uint32_t> mentions;  // indices, in text order
  std::vector<std::string> roles;  // UTF-8, titles met beside it
  float spelling_confidence = 0;   // how surely its Arabic and Latin spellings are one name; 0: nothing to compare
};

enum class QuoteKind : uint8_t { direct, indirect };
inline constexpr std::array<std::string_view, 2> kQuoteKindNames = {"direct", "indirect"};

// What the reporting verb claims about the words it reports.
enum class Stance : uint8_t { neutral, claim, denial, confirmation, accusation, threat, announcement };
inline constexpr std::array<std::string_view, 7> kStanceNames = {"neutral",    "claim",  "denial",      "confirmation",
                                                                 "accusation", "threat", "announcement"};

struct Quote {
  Span span;  // the words reported, without quotation marks
  QuoteKind kind = QuoteKind::direct;
  std::optional<uint32_t> speaker;   // mention index
  std::optional<Span> speaker_span;  // the phrase that stands for the speaker, where no mention does
  std::optional<Span> verb;
  Stance stance = Stance::neutral;
  bool anonymous = false;  // an unnamed source: "a senior official", "sources"
};

enum class Direction : uint8_t { rise, fall, change };
inline constexpr std::array<std::string_view, 3> kDirectionNames = {"rise", "fall", "change"};

// One change told with its figures: "rose from 20 to 30", "up 5 % to 12 million".
struct Change {
  Span span;  // from the verb or noun of change to the last of its figures
  Direction direction = Direction::change;
  std::optional<Span> verb;
  std::optional<uint32_t> from, to, delta, percent;  // indices into Analysis::figures
};

// A dated fact: the date and the sentence that tells it.
struct Event {
  uint32_t figure = 0;    // index of a DATE or TIME figure
  uint32_t sentence = 0;  // index into Analysis::sentences
  Span span;              // the clause that is dated
  std::string from, to;   // ISO 8601, `to` exclusive; both empty: unresolved
};

enum class CheckKind : uint8_t {
  percent_mismatch,  // the percentage does not follow from the amounts beside it
  parts_total,       // the parts do not add up to the total given with them
  told_twice,        // one quantity, two values
  headline_body,     // the headline's figure is not the body's
  weekday_date,      // the weekday is not that date's
  age_birth,         // the age does not fit the birth year
  repeated_text      // text broken or doubled by copying
};
inline constexpr std::array<std::string_view, 7> kCheckNames = {
    "percent_mismatch", "parts_total", "told_twice", "headline_body", "weekday_date", "age_birth", "repeated_text"};

// What a fact-checker would ask about; silent when in doubt.
struct Check {
  CheckKind kind{};
  float confidence = 0;           // 0..1
  std::vector<Span> evidence;     // the words compared, in text order; never empty
  std::vector<uint32_t> figures;  // indices of the figures compared
  std::string stated, expected;   // what the text says and what would fit, as plain values: "12.5", "2024-03-01"
};

struct Warning {
  std::string code;  // snake_case
  std::optional<Span> span;
  std::string message;  // UTF-8, English; the page says it in its own language by the code
};

struct Analysis {
  uint32_t length = 0;  // UTF-16 units of the source
  std::vector<Block> blocks;
  std::vector<Span> sentences;
  std::vector<Mention> mentions;  // text order, no overlaps
  std::vector<Entity> entities;
  std::vector<Figure> figures;  // text order, no overlaps with each other or with mentions
  std::vector<Quote> quotes;    // in text order
  std::vector<Change> changes;  // in text order
  std::vector<Event> timeline;  // resolved by `from`, then the unresolved in text order
  std::vector<Check> checks;    // in order of their first evidence
  std::vector<Warning> warnings;
};

}  // namespace fihris
