#include "links/name_forms.h"

#include <algorithm>

#include "text/characters.h"

namespace fihris {
namespace {

constexpr char16_t kNun = 0x0646;

constexpr std::string_view kPartNames[] = {
    "",         "bond", "close",   "particle",    "honour", "generation", "title",         "org_head", "place_head",
    "fac_head", "tail", "several", "counterpart", "son",    "general",    "international", "given",    "everyday"};

// Where the word of a token begins inside a mention, and where its stem does.
struct WordPlace {
  uint32_t begin = 0;
  uint32_t stem = 0;
};

WordPlace place_word(const Words& words, const Mention& m, uint32_t i) {
  const View& view = words.view;
  const Token& token = words.tokens[i];
  uint32_t begin = token.span.begin;
  while (begin < token.span.end && view.begins[begin] < m.span.begin) ++begin;
  for (const Reading& reading : words.tokens.readings(i)) {
    if (reading.name != begin || !reading.article || token.span.end - reading.stem < 3) continue;
    // A written hamza is no article's: "Albert".
    if (reading.melted || view.letters[begin] == kAlef) return {begin, reading.stem};
  }
  return {begin, begin};
}

std::u16string show_name(const View& view, uint32_t begin, uint32_t end, bool melted) {
  std::u16string out(view.letters.substr(begin, end - begin));
  if (melted) out[0] = kAlef;
  for (char16_t& unit : out)
    if (unit == u'\n') unit = u' ';
  return out;
}

// Letters and digits, accents off: "Cr\u00e9dit" is "Credit".
std::u16string keep_alphanumerics(std::u16string_view text) {
  constexpr std::u16string_view kBases = u"aaaaaaaceeeeiiiidnooooo/ouuuuyty";  // of U+00E0 and on
  std::u16string out;
  for (const char16_t c : text) {
    if (c >= 0xE0 && c <= 0xFF) {
      out += kBases[c - 0xE0U];
    } else if (is_ascii_digit(c) || c >= 0x80 || (c >= u'a' && c <= u'z')) {
      out += c;
    }
  }
  return out;
}

// "abd" + "Fattah", "bin" + "Salman", "Salah" + "al-Din": one unit each.
void bind_units(std::vector<std::u16string>& units, const std::vector<NamePart>& parts) {
  std::vector<std::u16string> bound;
  bool open = false;
  for (size_t i = 0; i < units.size(); ++i) {
    const bool close = parts[i] == NamePart::close && !bound.empty();
    if (open || close) {
      bound.back() += units[i];
    } else {
      bound.push_back(units[i]);
    }
    // "ibn" and "bin" are one.
    if (parts[i] == NamePart::son && i + 1 < units.size()) bound.back() = {kBa, kNun};
    open = (parts[i] == NamePart::bond || parts[i] == NamePart::son) && i + 1 < units.size();
  }
  units = std::move(bound);
}

void read_person(NameForm& form, std::vector<NamePart>& parts) {
  while (form.units.size() > 1 && parts.front() == NamePart::title) {
    form.units.erase(form.units.begin());
    parts.erase(parts.begin());
  }
  if (form.units.size() > 2 && parts.back() == NamePart::generation) {
    form.generation = form.units.back();
    form.units.pop_back();
    parts.pop_back();
  }
  bind_units(form.units, parts);
}

// The country of an adjective of nationality at a token, or empty.
std::string_view nationality_at(const Words& words, uint32_t token) {
  const WordMatch* match = words.find(token, Table::countries);
  if (match == nullptr || match->tokens != 1) return {};
  const bool adjective = row_cell(Table::countries, match->row, countries_columns::kind) == "adjective";
  const bool inside = match->reading.preposition == kBa;
  if (part_of_name(words.view.text(words.tokens[token].span)) == NamePart::everyday) return {};
  if (match->reading.conjunction != 0 || (adjective ? match->reading.preposition != 0 : !inside)) return {};
  return row_cell(Table::countries, match->row, countries_columns::country);
}

// The country that a whole one-word name belongs to, or empty.
std::string_view country_at(const Words& words, uint32_t token, std::u16string_view name) {
  for (const WordMatch& match : words.at(token)) {
    if (match.table != Table::countries || match.tokens != 1) continue;
    const uint32_t end = words.tokens[token].span.end;
    const bool whole = end - match.reading.name == name.size() || end - match.reading.stem == name.size();
    if (whole) return row_cell(Table::countries, match.row, countries_columns::country);
  }
  return {};
}

void read_nationality(const Words& words, const Mention& m, const Mention* next, NameForm& form) {
  const uint32_t last = m.last_token - 1;
  std::string_view country;
  if (form.units.size() > 1) country = nationality_at(words, last);
  if (country.empty() && m.country.empty() && next != nullptr && next->type == EntityType::norp &&
      next->first_token == m.last_token && !next->country.empty()) {
    country = nationality_at(words, next->first_token);
    if (!country.empty()) {
      const WordPlace place = place_word(words, *next, next->first_token);
      form.units.emplace_back(words.view.text({place.stem, words.tokens[next->first_token].span.end}));
    }
  }
  form.has_nationality = !country.empty();
  if (form.country.empty()) form.country = country;
}

void join_units(NameForm& form) {
  for (const std::u16string& unit : form.units) {
    if (!form.whole.empty() && !form.latin_script) form.whole += u' ';
    form.whole += unit;
  }
}

// The tagger may have left a preposition on a name, or taken its first letter.
void read_uncut(const Words& words, const Mention& m, NameForm& form) {
  constexpr size_t kLongEnough = 6;
  if (form.latin_script || form.units.empty()) return;
  const uint32_t begin = place_word(words, m, m.first_token).begin;
  if (begin == words.tokens[m.first_token].span.begin + 1) form.restored = words.view.folded[begin - 1] + form.units[0];
  for (const Reading& reading : words.tokens.readings(m.first_token)) {
    const uint32_t cut = reading.stem - begin;
    if (reading.name <= begin || reading.preposition == 0 || reading.stem < begin || cut >= form.units[0].size())
      continue;
    if (form.whole.size() - cut < kLongEnough || form.has_article) continue;
    form.uncut = form.whole.substr(cut);
    return;
  }
}

}  // namespace

NamePart part_of_name(std::u16string_view word) {
  const std::optional<uint16_t> row = find_row(Table::name_parts, word);
  if (!row) return NamePart::other;
  const std::string_view kind = row_cell(Table::name_parts, *row, name_parts_columns::kind);
  const auto* found = std::find(std::begin(kPartNames), std::end(kPartNames), kind);
  return static_cast<NamePart>(found - std::begin(kPartNames));
}

NameForm read_name_form(const Words& words, const Mention& m, const Mention* next) {
  const Tokens& tokens = words.tokens;
  NameForm form{.type = m.type, .country = m.country, .latin = m.latin};
  form.country_of_row = !m.country.empty();
  std::vector<NamePart> parts;
  form.is_capitals = form.latin_script = true;
  for (uint32_t i = m.first_token; i < m.last_token; ++i) {
    if (tokens[i].kind == TokenKind::punctuation || tokens[i].kind == TokenKind::symbol) continue;
    const WordPlace place = place_word(words, m, i);
    const std::u16string_view stem = words.view.text({place.stem, tokens[i].span.end});
    if (tokens[i].kind == TokenKind::word) form.latin_script = false;
    for (uint32_t at = place.begin; at < tokens[i].span.end; ++at)
      form.is_capitals = form.is_capitals && words.view.letters[at] >= u'A' && words.view.letters[at] <= u'Z';
    if (form.units.empty()) form.has_article = place.stem != place.begin;
    std::u16string unit = tokens[i].kind == TokenKind::latin ? keep_alphanumerics(stem) : std::u16string(stem);
    if (unit.empty()) continue;
    parts.push_back(part_of_name(words.view.text({place.begin, tokens[i].span.end})));
    form.units.push_back(std::move(unit));
  }
  const uint32_t begin = place_word(words, m, m.first_token).begin;
  const uint32_t end = tokens[m.last_token - 1].span.end;
  const bool melted = end - begin > 3 && words.view.folded[begin] == kLam && words.view.folded[begin + 1] == kLam;
  form.shown = show_name(words.view, begin, end, melted);
  if (form.units.empty()) form.units.emplace_back(words.view.text({begin, end}));
  if (!parts.empty()) form.head = parts.front();
  if (form.type == EntityType::person && !parts.empty()) read_person(form, parts);
  // The lexicon may not know the mention's row where the small table knows the word.
  const bool peoples = form.type == EntityType::norp || form.type == EntityType::gpe;
  if (peoples && form.country.empty() && form.units.size() == 1)
    form.country = country_at(words, m.first_token, words.view.text({begin, end}));
  if (form.type == EntityType::org || form.type == EntityType::fac) read_nationality(words, m, next, form);
  join_units(form);
  read_uncut(words, m, form);
  return form;
}

}  // namespace fihris
