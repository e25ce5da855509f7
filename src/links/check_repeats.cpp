// One quantity with two values, the headline's figure against the body's, and
// text doubled by copying. Everything is found through maps, so that time grows
// with the text.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "links/check_readers.h"

namespace fihris {
namespace {

constexpr size_t kShortestSubject = 2;    // words; "the value" alone may be another's
constexpr size_t kShortestSentence = 14;  // words of a sentence that is not said twice on purpose
constexpr size_t kShortestDoubled = 6;    // words of one that follows itself
constexpr uint32_t kSentenceReach = 40;   // words looked back for what tells of a forecast
constexpr double kFewMore = 2;            // "15 people and two others" in words nobody counted
constexpr double kNear = 0.2;             // headline and body: further apart they tell of different things
constexpr float kToldTwice = 0.6F;
constexpr float kHeadline = 0.6F;
constexpr float kRepeated = 0.8F;

std::u16string text_of(const Clauses& c, Span span) {
  return fold(c.words.view.source.substr(span.begin, span.end - span.begin));
}

// A counted noun without its accusative, so that 12 and 3 of them meet.
std::u16string noun_of(const Clauses& c, const Figure& figure) {
  if (!figure.of) return {};
  std::u16string noun = text_of(c, *figure.of);
  if (noun.size() > 3 && noun.back() == u'\u0627') noun.pop_back();
  return noun;
}

bool differ(const Measured& a, const Measured& b) { return a.high < b.low || b.high < a.low; }

bool is_plain(const Figure& figure) {
  return figure.value && figure.hedge == Hedge::none && is_amount(figure) && figure.type != FigureType::cardinal;
}

std::u16string widen(const std::string& text) { return {text.begin(), text.end()}; }

// What a quantity is, where the text says all of it: of what, of whom, when.
std::optional<std::u16string> quantity_key(const Clauses& c, const Figure& figure) {
  if (!is_plain(figure) || !figure.subject || !figure.when) return std::nullopt;
  const Figure& when = c.analysis.figures[*figure.when];
  const std::u16string subject = text_of(c, *figure.subject);
  const auto spaces = static_cast<size_t>(std::count(subject.begin(), subject.end(), u' '));
  if (when.from.empty() || spaces + 1 < kShortestSubject) return std::nullopt;
  std::u16string key = subject + u'|' + noun_of(c, figure) + u'|' + widen(figure.unit) + u'|' + widen(figure.per);
  key += u'|' + widen(when.from) + u'/' + widen(when.to) + u'|' + static_cast<char16_t>(figure.type);
  if (!figure.change) return key;
  const Change& change = c.analysis.changes[*figure.change];
  const auto is = [&](const std::optional<uint32_t>& part) { return part && &c.analysis.figures[*part] == &figure; };
  return is(change.to) ? key : key + (is(change.from) ? u"|from" : is(change.percent) ? u"|share" : u"|step");
}

// Somebody expects it: others may expect otherwise.
bool is_expected(const Clauses& c, const Figure& figure) {
  const uint32_t begin = c.sentence[figure.first_token];
  const uint32_t first = figure.first_token > begin + kSentenceReach ? figure.first_token - kSentenceReach : begin;
  for (uint32_t at = first; at < figure.first_token; ++at)
    if (find_check_word(c, at, "expected") != nullptr) return true;
  return false;
}

bool is_noise(const Clauses& c, size_t& block, Span span) {
  const auto& blocks = c.analysis.blocks;
  while (block < blocks.size() && blocks[block].span.end <= span.begin) ++block;
  return block < blocks.size() && blocks[block].kind == BlockKind::noise && blocks[block].span.begin <= span.begin;
}

// Digits that changed places, or one digit that differs, or values close to each other.
bool is_near(double a, double b) { return std::fabs(a - b) <= kNear * std::max(std::fabs(a), std::fabs(b)); }

// The figures of the body that a headline's may stand for, by what they measure.
struct BodyFigures {
  std::vector<uint32_t> list;
  bool many = false;  // different values: nobody knows which is meant
};

std::u16string measure_key(const Clauses& c, const Figure& figure) {
  return noun_of(c, figure) + u'|' + widen(figure.unit) + u'|' + static_cast<char16_t>(figure.type);
}

// A quantity that moves may well have two values.
bool is_moving(const Figure& figure) { return figure.change.has_value(); }

using BodyMap = std::unordered_map<std::u16string, BodyFigures>;

BodyMap read_body(const Clauses& c, uint32_t end) {
  BodyMap out;
  const auto& figures = c.analysis.figures;
  for (uint32_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = figures[i];
    if (figure.span.begin < end || !is_amount(figure)) continue;
    BodyFigures& body = out[measure_key(c, figure)];
    if (!body.list.empty() && figures[body.list.front()].value != figure.value) body.many = true;
    if (body.list.empty()) body.list.push_back(i);
  }
  return out;
}

// Whether the body has the headline's value under any name, roundings considered.
bool has_value(const std::vector<double>& values, const Measured& wanted) {
  const auto at = std::lower_bound(values.begin(), values.end(), wanted.low - 1e-9);
  return at != values.end() && *at <= wanted.high + 1e-9;
}

// Headlines round and cut: 22 thousand may stand for 22,790, 600 for 601.
Measured measure_headline(const Figure& figure) {
  const double value = *figure.value;
  double place = 1;
  if (std::floor(value) != value) place = 0.1;
  while (value >= 10 * place && std::fmod(value, 10 * place) == 0) place *= 10;
  return {value, value - place, value + place};
}

// "among them 39 children": the body may add them up from several places.
bool is_part(const Clauses& c, const Figure& figure) {
  for (uint32_t at = figure.first_token; at > 0 && at + 3 > figure.first_token; --at)
    if (find_check_word(c, at - 1, "among") != nullptr) return true;
  return false;
}

// Words of a sentence; marks and numbers do not make it one.
size_t count_words(const Clauses& c, uint32_t first, uint32_t last) {
  size_t count = 0;
  for (uint32_t at = first; at < last; ++at) count += c.words.tokens[at].kind == TokenKind::word ? 1 : 0;
  return count;
}

bool is_heading(const Clauses& c, size_t& block, Span span) {
  const auto& blocks = c.analysis.blocks;
  while (block < blocks.size() && blocks[block].span.end <= span.begin) ++block;
  return block < blocks.size() && blocks[block].kind == BlockKind::heading;
}

}  // namespace

void check_told_twice(const Clauses& c, std::vector<Check>& out) {
  std::unordered_map<std::u16string, uint32_t> seen;
  const auto& figures = c.analysis.figures;
  size_t block = 0;
  for (uint32_t i = 0; i < figures.size(); ++i) {
    if (is_noise(c, block, figures[i].span)) continue;
    const auto key = quantity_key(c, figures[i]);
    if (!key) continue;
    const auto [at, is_new] = seen.try_emplace(*key, i);
    if (is_new) continue;
    const Figure& first = figures[at->second];
    const auto a = measure(c, first);
    const auto b = measure(c, figures[i]);
    const bool open = first.source || figures[i].source || is_expected(c, first) || is_expected(c, figures[i]);
    if (!a || !b || !differ(*a, *b) || open || c.same_sentence(first.first_token, figures[i].first_token)) continue;
    out.push_back({.kind = CheckKind::told_twice,
                   .confidence = kToldTwice,
                   .evidence = {first.span, figures[i].span},
                   .figures = {at->second, i},
                   .stated = print_value(b->value),
                   .expected = print_value(a->value)});
  }
}

void check_headline(const Clauses& c, std::vector<Check>& out) {
  const auto& blocks = c.analysis.blocks;
  const auto& figures = c.analysis.figures;
  if (blocks.size() < 2 || blocks[0].kind != BlockKind::heading) return;
  const uint32_t end = blocks[0].span.end;
  if (figures.empty() || figures[0].span.begin >= end) return;
  const BodyMap body = read_body(c, end);
  std::vector<double> values;
  for (const Figure& figure : figures) {
    if (figure.span.begin < end) continue;
    for (const auto& value : {figure.value, figure.low, figure.high})
      if (value) values.push_back(*value);
  }
  std::sort(values.begin(), values.end());
  for (uint32_t i = 0; i < figures.size() && figures[i].span.begin < end; ++i) {
    if (!is_plain(figures[i]) || is_part(c, figures[i])) continue;
    const Measured headline = measure_headline(figures[i]);
    if (has_value(values, headline)) continue;
    const auto at = body.find(measure_key(c, figures[i]));
    if (at == body.end() || at->second.many) continue;
    const uint32_t index = at->second.list.front();
    const Figure& told = figures[index];
    const auto value = is_plain(told) ? measure(c, told) : std::nullopt;
    const bool moves = figures[i].type == FigureType::count && is_moving(told);
    if (!value || moves || !differ(headline, *value) || !is_near(headline.value, value->value)) continue;
    const double rest = headline.value - value->value;  // the headline may add the leader, or another part told
    if (std::fabs(rest) <= kFewMore || has_value(values, {rest, rest, rest})) continue;
    out.push_back({.kind = CheckKind::headline_body,
                   .confidence = kHeadline,
                   .evidence = {figures[i].span, told.span},
                   .figures = {i, index},
                   .stated = print_value(headline.value),
                   .expected = print_value(value->value)});
  }
}

void check_repeats(const Clauses& c, std::vector<Check>& out) {
  const auto& sentences = c.words.tokens.sentences;
  std::unordered_map<std::u16string_view, uint32_t> seen;  // text of a sentence -> its number
  size_t block = 0;
  uint32_t token = 0;
  for (uint32_t i = 0; i < sentences.size(); ++i) {
    const uint32_t first = token;
    while (token < c.words.size() && c.words.tokens[token].sentence == i) ++token;
    const Span span = c.words.view.to_source(sentences[i]);
    const size_t length = count_words(c, first, token);
    if (is_heading(c, block, span) || length < kShortestDoubled) continue;
    const auto [at, is_new] = seen.try_emplace(c.words.view.text(sentences[i]), i);
    if (is_new || (length < kShortestSentence && at->second + 1 != i)) continue;
    out.push_back({.kind = CheckKind::repeated_text,
                   .confidence = kRepeated,
                   .evidence = {c.words.view.to_source(sentences[at->second]), span},
                   .figures = {},
                   .stated = "",
                   .expected = ""});
  }
}

}  // namespace fihris
