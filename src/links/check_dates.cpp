// Weekdays against their dates, and ages against the year of birth.
#include <set>

#include "figures/calendar_math.h"
#include "links/check_readers.h"

namespace fihris {
namespace {

constexpr uint32_t kBirthReach = 6;  // words between "born" and its date
constexpr float kWeekday = 0.9F;
constexpr float kAge = 0.8F;

bool names_month(const Clauses& c, const Figure& figure) {
  for (uint32_t at = figure.first_token; at < figure.last_token; ++at)
    if (c.words.find(at, Table::months) != nullptr) return true;
  return false;
}

// "3/4/2024": month and day may have changed places.
bool fits_swapped(const Day& day, int weekday) {
  const Day swapped{.year = day.year, .month = day.day, .day = day.month};
  return day.day <= 12 && weekday_of(to_number(swapped)) == weekday;
}

void check_weekday(const Clauses& c, uint32_t index, std::vector<Check>& out) {
  const Figure& figure = c.analysis.figures[index];
  const auto day = parse_iso_day(figure.from);
  if (figure.weekday == 0 || !day || !figure.hijri.empty()) return;
  const int weekday = weekday_of(to_number(*day));
  if (weekday == figure.weekday || (!names_month(c, figure) && fits_swapped(*day, figure.weekday))) return;
  out.push_back({.kind = CheckKind::weekday_date,
                 .confidence = kWeekday,
                 .evidence = {figure.span},
                 .figures = {index},
                 .stated = "XXXX-WXX-" + std::to_string(figure.weekday),
                 .expected = "XXXX-WXX-" + std::to_string(weekday)});
}

// What a sentence tells of one life.
struct Life {
  std::optional<uint32_t> birth, death, age;
  bool doubtful = false;  // another date, a second person, an age of another time
};

// The word that says what a date is the date of, a few words before it.
bool follows_word(const Clauses& c, const Figure& date, std::string_view role) {
  const uint32_t sentence = c.sentence[date.first_token];
  for (uint32_t at = date.first_token; at > sentence && at + kBirthReach > date.first_token; --at) {
    if (c.figure[at - 1] != kNone) return false;
    if (find_check_word(c, at - 1, role) != nullptr) return true;
  }
  return false;
}

void read_figure(const Clauses& c, uint32_t index, Life& life) {
  const Figure& figure = c.analysis.figures[index];
  if (figure.type == FigureType::age) {
    life.doubtful = life.doubtful || life.age || !figure.value || figure.hedge != Hedge::none;
    life.age = index;
  } else if (is_date(figure) && follows_word(c, figure, "birth")) {
    life.doubtful = life.doubtful || life.birth || figure.from.empty() || !figure.hijri.empty();
    life.birth = index;
  } else if (is_date(figure) && follows_word(c, figure, "death")) {
    life.doubtful = life.doubtful || life.death || figure.from.empty();
    life.death = index;
  } else if (is_date(figure)) {
    life.doubtful = true;
  }
}

// Words of the sentence that leave open at what time, or at whose, the age is.
bool is_open(const Clauses& c, TokenStretch sentence, bool dead) {
  std::set<uint32_t> people;
  for (uint32_t at = sentence.first; at < sentence.last; ++at) {
    if (find_check_word(c, at, "then") != nullptr) return true;
    if (!dead && find_check_word(c, at, "death") != nullptr) return true;
    if (c.mention[at] == kNone) continue;
    const Mention& mention = c.analysis.mentions[c.mention[at]];
    if (mention.type == EntityType::person) people.insert(mention.entity);
  }
  return people.size() > 1;
}

// Full years between two days, as far as the text gives them: least and most.
std::pair<int, int> years_between(const Figure& birth, const Day& first, const Day& last) {
  const auto full = [](const Day& from, const Day& to) {
    const bool before = to.month < from.month || (to.month == from.month && to.day < from.day);
    return to.year - from.year - (before ? 1 : 0);
  };
  const auto from = parse_iso_day(birth.from);
  const auto to = parse_iso_day(birth.to);
  return {full(to_day(to_number(*to) - 1), first), full(*from, last)};
}

void check_life(const Clauses& c, TokenStretch sentence, const Life& life, const std::optional<Day>& published,
                std::vector<Check>& out) {
  if (!life.birth || !life.age || life.doubtful || is_open(c, sentence, life.death.has_value())) return;
  const auto& figures = c.analysis.figures;
  std::optional<Day> first = published;
  std::optional<Day> last = published;
  if (life.death) {
    first = parse_iso_day(figures[*life.death].from);
    last = parse_iso_day(figures[*life.death].to);
    if (last) last = to_day(to_number(*last) - 1);
  }
  if (!first || !last || !parse_iso_day(figures[*life.birth].from) || !parse_iso_day(figures[*life.birth].to)) return;
  const auto [least, most] = years_between(figures[*life.birth], *first, *last);
  const double age = *figures[*life.age].value;
  if (least < 0 || most > 120 || (age >= least && age <= most)) return;
  Check check{.kind = CheckKind::age_birth, .confidence = kAge, .evidence = {}, .figures = {*life.birth, *life.age}};
  if (life.death) check.figures.push_back(*life.death);
  std::vector<Span> spans;
  for (const uint32_t index : check.figures) spans.push_back(figures[index].span);
  check.evidence = in_order(spans);
  check.stated = print_value(age);
  check.expected = print_value(least) + (most == least ? "" : "-" + print_value(most));
  out.push_back(std::move(check));
}

}  // namespace

void check_weekdays(const Clauses& c, std::vector<Check>& out) {
  for (uint32_t i = 0; i < c.analysis.figures.size(); ++i) check_weekday(c, i, out);
}

void check_ages(const Clauses& c, const std::optional<Day>& published, std::vector<Check>& out) {
  const auto& figures = c.analysis.figures;
  for (uint32_t at = 0; at < figures.size();) {
    const uint32_t begin = c.sentence[figures[at].first_token];
    Life life;
    uint32_t end = at;
    for (; end < figures.size() && c.sentence[figures[end].first_token] == begin; ++end) read_figure(c, end, life);
    uint32_t last = figures[end - 1].last_token;
    while (last < c.words.size() && c.sentence[last] == begin) ++last;
    check_life(c, {begin, last}, life, published, out);
    at = end;
  }
}

}  // namespace fihris
