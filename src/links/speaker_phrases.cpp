// The phrase of a speaker: where it begins behind a verb, how far it reaches,
// and which of its names acts.
#include <algorithm>

#include "links/speakers.h"
#include "text/characters.h"

namespace fihris {
namespace {

constexpr uint32_t kLongestPhrase = 9;     // tokens of a speaker without a name
constexpr uint32_t kFarthestName = 24;     // a name stands this near to its verb
constexpr uint32_t kFarthestAddress = 12;  // "to the newspaper <...>," between verb and subject

}  // namespace

bool is_actor(EntityType type) {
  return type == EntityType::org || type == EntityType::gpe || type == EntityType::norp;
}

bool Speakers::is_bystander(uint32_t token) const {
  if (text_.has_glued_preposition(token)) return true;
  if (token == 0) return false;
  return !text_.role(token - 1, Table::bystanders).empty() ||
         (token > 1 && text_.role_tokens(token - 2, Table::bystanders) == 2);
}

// The first person of [first, limit) that is neither addressed nor spoken of.
std::optional<uint32_t> Speakers::find_person(uint32_t first, uint32_t limit) const {
  // Behind a body between marks somebody else stands: "<Heritage> described the budget of Biden".
  if (first < limit && text_.opens_quotation(first))
    limit = std::min(limit, text_.quotations[text_.quotation_of[first]].next());
  for (uint32_t i = first; i < std::min(limit, first + kFarthestName); ++i) {
    if (text_.begins_mention(i) && text_.is_person(i)) {
      if (is_bystander(i)) return std::nullopt;
      // "the lawyer Trump" is Trump, "lawyer of Trump" is not: one bare noun before the name owns nothing else.
      const bool owned = i == first + 1 && !text_.has_article(first) && !text_.begins_mention(first);
      if (owned && text_.is_word(first)) return std::nullopt;
      return text_.mention_of[i];
    }
    const std::string_view role = text_.role(i, Table::speaker_ends);
    if (i > first && !role.empty() && role != "in" && role != "day") return std::nullopt;
    if (text_.is_comma(i) && i > first) {
      const bool named = text_.begins_mention(i + 1);
      if (!named || i + 1 >= limit) return std::nullopt;
    }
    if (text_.mark(i) == kArabicSemicolon || text_.mark(i) == u':') return std::nullopt;
  }
  return std::nullopt;
}

// An organisation, place or people that opens the phrase, or follows its own
// kind of noun: "ministry ...", "agency <...>".
std::optional<uint32_t> Speakers::acting_mention(uint32_t first, uint32_t limit) const {
  uint32_t i = first;
  if (text_.begins_mention(i) && is_actor(text_.analysis.mentions[text_.mention_of[i]].type))
    return text_.mention_of[i];
  const WordMatch* noun = text_.words.find(first, Table::speaker_nouns);
  if (noun == nullptr || row_cell(Table::speaker_nouns, noun->row, 0) != "organisation") return std::nullopt;
  for (i = first + 1; i < std::min(limit, first + 4); ++i) {
    if (!text_.begins_mention(i)) {
      if (text_.mark(i) == 0) return std::nullopt;
      continue;
    }
    const EntityType type = text_.analysis.mentions[text_.mention_of[i]].type;
    if (type == EntityType::org || type == EntityType::product || type == EntityType::web) return text_.mention_of[i];
    return std::nullopt;
  }
  return std::nullopt;
}

bool Speakers::ends_phrase(uint32_t i, uint32_t first) const {
  const Token& token = text_.words.tokens[i];
  if (text_.verb_at[i] != kNone || text_.is_that(i)) return true;
  const std::string_view role = text_.role(i, Table::report_words);
  if (role == "relative" || role == "auxiliary" || (role == "what" && i > first)) return true;
  if (!text_.role(i, Table::speaker_ends).empty()) return true;
  if (token.kind == TokenKind::number) return i != first;
  if (token.kind == TokenKind::word && token.span.end - token.span.begin == 1) return true;  // l- before a mark
  // "the employees described the work": behind definite words a bare one is the object.
  if (i > first && text_.is_word(i) && text_.has_article(first) && text_.has_article(i - 1) && !text_.has_article(i) &&
      text_.mention_of[i] == kNone && !text_.has_role(i, Table::report_words, "same") &&
      !text_.may_have_preposition(i)) {
    return true;
  }
  // "the Turkish president Stockholm": the object begins.
  if (i > first && text_.begins_mention(i) && text_.mention_of[i - 1] != kNone) {
    const EntityType before = text_.analysis.mentions[text_.mention_of[i - 1]].type;
    const EntityType type = text_.analysis.mentions[text_.mention_of[i]].type;
    if (before == EntityType::norp && (type == EntityType::gpe || type == EntityType::org)) return true;
  }
  if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol) return !text_.opens_quotation(i);
  // "spokesman of the government" goes on, "the minister to the agency" does not.
  if (i > first && text_.has_glued_preposition(i)) return text_.has_article(i - 1) || i > first + 1;
  return false;
}

uint32_t Speakers::find_phrase_end(uint32_t first, uint32_t limit) const {
  uint32_t i = first;
  const uint32_t last = std::min(limit, first + kLongestPhrase);
  while (i < last && !ends_phrase(i, first)) {
    if (!text_.opens_quotation(i)) {
      ++i;
      continue;
    }
    const Quotation& quotation = text_.quotations[text_.quotation_of[i]];
    if (quotation.words > 5 || quotation.next() > last) break;
    const bool alone = i == first;
    i = quotation.next();
    if (alone && !(i < last && text_.has_article(i))) break;
  }
  while (i > first + 1 && !text_.role(i - 1, Table::bystanders).empty()) --i;
  return i;
}

// A speaker's phrase that begins at a token: its person, its organisation, or its own words.
Speaker Speakers::read_phrase(uint32_t first, uint32_t limit) {
  Speaker out;
  if (first >= limit || !text_.role(first, Table::bystanders).empty()) return out;
  const WordMatch* noun = text_.words.find(first, Table::speaker_nouns);
  const std::string_view kind = noun == nullptr ? "" : row_cell(Table::speaker_nouns, noun->row, 0);
  const bool bare = noun != nullptr && !noun->reading.article;
  out.mention = find_person(first, limit);
  if (out.mention) return out;
  out.mention = acting_mention(first, limit);
  if (out.mention) return out;
  const uint32_t end = find_phrase_end(first, limit);
  if (end == first ||
      (!text_.is_word(first) && text_.words.tokens[first].kind == TokenKind::punctuation && end < first + 3))
    return out;
  out.first = first;
  out.last = end;
  out.anonymous = kind == "anonymous" && bare;
  if (kind == "again" || (kind == "anonymous" && !bare)) out.anonymous = !last_.exists() || last_.anonymous;
  return out;
}

// Past "to the agency", "to him" and "-in a statement-" behind a verb.
uint32_t Speakers::skip_address(uint32_t first, uint32_t limit) const {
  uint32_t i = first;
  const uint32_t last = std::min(limit, first + kFarthestAddress);
  while (i < last) {
    if (text_.has_role(i, Table::speaker_ends, "aside")) {
      i += text_.role_tokens(i, Table::speaker_ends);
      if (i < last && text_.is_comma(i)) ++i;
    } else if (text_.has_role(i, Table::speaker_ends, "pronoun") || text_.has_role(i, Table::speaker_ends, "day") ||
               text_.has_role(i, Table::speaker_ends, "manner")) {
      ++i;
    } else if (text_.has_role(i, Table::speaker_ends, "tone")) {
      i += 2;  // "in a mocking tone"
    } else if (text_.is_dash(i)) {
      uint32_t k = i + 1;
      while (k < last && !text_.is_dash(k)) ++k;
      if (k >= last) break;
      i = k + 1;
    } else if (text_.has_glued_preposition(i) && text_.begins_mention(i)) {
      i = text_.analysis.mentions[text_.mention_of[i]].last_token;
      if (i < last && text_.is_comma(i)) ++i;
    } else if (i + 1 < last && text_.is_word(i) && text_.opens_quotation(i + 1) &&
               text_.words.tokens[i].span.end - text_.words.tokens[i].span.begin == 1) {
      i = text_.quotations[text_.quotation_of[i + 1]].next();
      if (i < last && text_.is_comma(i)) ++i;
    } else {
      break;
    }
  }
  return i;
}

// A name, a definite phrase or a noun that speaks in the news; not "more cuts".
bool Speakers::is_somebody(const Speaker& speaker) const {
  if (speaker.mention) return true;
  return speaker.exists() && (text_.has_article(speaker.first) || text_.begins_mention(speaker.first) ||
                              text_.opens_quotation(speaker.first) || text_.opens_quotation(speaker.first + 1) ||
                              text_.words.find(speaker.first, Table::speaker_nouns) != nullptr);
}

}  // namespace fihris
