#include "names/corrections.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "names/context_words.h"

namespace fihris {
namespace {

bool is_dash(char16_t mark) { return mark == u'-' || mark == 0x2013 || mark == 0x2014; }

bool is_single(const NameCandidate& c) { return c.last == c.first + 1; }

bool begins_bare(const NameContext& context, const NameCandidate& c) {
  return c.span.begin == context.tokens[c.first].span.begin;
}

bool has_hit(const NameContext& context, size_t token, uint32_t begin, LexiconKind from, LexiconKind to) {
  const auto hits = context.hits_at(token);
  return std::any_of(hits.begin(), hits.end(), [&](const LexiconHit& hit) {
    return hit.reading.name == begin && hit.kind >= from && hit.kind <= to;
  });
}

// A personal name, or the name of a person, that begins as the candidate does.
bool has_name_hit(const NameContext& context, const NameCandidate& c) {
  return has_hit(context, c.first, c.span.begin, LexiconKind::person, LexiconKind::particle);
}

// "the hedge fund Carthage Capital": a Latin name stands on its own behind such a word.
void trim_head(const NameContext& context, NameCandidate& c) {
  if (c.type != EntityType::org || !find_cue(context, c.first, PhraseKind::company)) return;
  uint32_t latin = c.last;
  while (latin > c.first && context.tokens[latin - 1].kind == TokenKind::latin) --latin;
  if (latin == c.last) return;
  for (uint32_t i = c.first + 1; i < latin; ++i)
    if (!has_article(context, i)) return;
  c.first = latin;
  c.span.begin = context.tokens[latin].span.begin;
}

// The quotation mark that a candidate fills with its closing one, or 0.
char16_t quote_around(const NameContext& context, const NameCandidate& c) {
  if (c.first == 0) return 0;
  const char16_t opening = mark_at(context, c.first - 1);
  const bool opens = opening == u'(' || opens_quote(opening);
  return opens && closes_quote(opening, mark_at(context, c.last)) ? opening : char16_t{0};
}

// "narrated the insiders": a verb of speech before its subject is no first name,
// nor is one whose written end tells it from the names that it folds to.
bool is_speech(const NameContext& context, const NameCandidate& c) {
  constexpr char16_t kMaqsura = 0x0649;
  if (c.type != EntityType::person || c.last != c.first + 2 || !has_article(context, c.first + 1)) return false;
  if (!has_hit(context, c.first, c.span.begin, LexiconKind::say_verb, LexiconKind::say_verb)) return false;
  const uint32_t end = context.tokens[c.first].span.end;
  const bool told_apart = context.view.letters[end - 1] == kMaqsura &&
                          is_phrase(PhraseKind::maqsura_verb, context.view.text({c.span.begin, end}));
  return told_apart || !has_name_hit(context, c);
}

// "in a rural village": an adjective alone names no place.
bool is_plain_adjective(const NameContext& context, const NameCandidate& c) {
  const bool place = c.type == EntityType::gpe || c.type == EntityType::loc || c.type == EntityType::fac;
  return place && is_single(c) && is_phrase(PhraseKind::adjective, context.view.text(c.span));
}

// "the two civilisations Greek and eastern", "of the river Tigris the eastern":
// behind an adjective or a place, a direction is an adjective too.
bool is_direction(const NameContext& context, const std::vector<NameCandidate>& candidates, size_t k) {
  const NameCandidate& c = candidates[k];
  if ((c.type != EntityType::gpe && c.type != EntityType::norp) || !is_single(c) || c.first == 0) return false;
  if (!is_phrase(PhraseKind::direction, context.view.text(c.span))) return false;
  if (find_cue(context, c.first - 1, PhraseKind::bridge) && context.continues(c.first - 1)) return true;
  if (c.type != EntityType::gpe) return false;
  const bool beside = k > 0 && candidates[k - 1].last == c.first;
  if (begins_bare(context, c))
    return beside && (candidates[k - 1].type == EntityType::loc || candidates[k - 1].type == EntityType::fac);
  if (beside) return candidates[k - 1].type == EntityType::norp;
  const uint32_t begin = context.tokens[c.first - 1].span.begin;
  return has_hit(context, c.first - 1, begin, LexiconKind::norp, LexiconKind::norp);
}

// A bracket of one Latin word without a capital.
bool opens_term(const NameContext& context, size_t opening) {
  if (mark_at(context, opening) != u'(' || mark_at(context, opening + 2) != u')') return false;
  const Token& token = context.tokens[opening + 1];
  const std::u16string_view letters =
      std::u16string_view(context.view.letters).substr(token.span.begin, token.span.end - token.span.begin);
  return token.kind == TokenKind::latin && letters.size() >= 6 &&
         std::all_of(letters.begin(), letters.end(), [](char16_t c) { return c >= u'a' && c <= u'z'; });
}

// "the dopamine" (dopamine): a quoted word with the article, spelt in small letters,
// is a term, and so is its spelling; bodies that are written so the lexicon knows.
bool is_term(const NameContext& context, const NameCandidate& c) {
  if (c.type != EntityType::org || !is_single(c) || c.first < 2) return false;
  const bool latin = context.tokens[c.first].kind == TokenKind::latin;
  size_t opening = latin ? c.first - 1 : c.last;
  if (!latin) ++opening;
  if (opening < 2 || !closes_quote(u'"', mark_at(context, opening - 1)) || !opens_term(context, opening)) return false;
  const size_t word = opening - 2;
  const uint32_t begin = context.tokens[word].span.begin;
  return has_article(context, word) && !has_hit(context, word, begin, LexiconKind::company, LexiconKind::religious);
}

// A remark between quotation marks behind a word of speech is no title.
bool is_remark(const NameContext& context, const NameCandidate& c) {
  if (c.type != EntityType::work || quote_around(context, c) == 0 || c.first < 2) return false;
  const size_t before = c.first - 2;
  const size_t verb = mark_at(context, before) == u':' && before > 0 ? before - 1 : before;
  return find_cue(context, verb, PhraseKind::speech) != nullptr;
}

// "(Seleucus the first Nicator)": rulers have numbers, titles in brackets do not.
bool is_ruler(const NameContext& context, const NameCandidate& c) {
  if (c.type != EntityType::work || quote_around(context, c) != u'(') return false;
  for (size_t i = c.first + 1; i < c.last; ++i)
    if (is_phrase(PhraseKind::regnal, context.view.text(context.tokens[i].span))) return true;
  return false;
}

// "the ziggurat of X": the head of a building is no first name.
bool is_building(const NameContext& context, const NameCandidate& c) {
  if (c.type != EntityType::person || is_single(c) || has_name_hit(context, c)) return false;
  const uint32_t second = context.tokens[c.first + 1].span.begin;  // "Shari bin Mubarak" is a man
  if (has_hit(context, c.first + 1, second, LexiconKind::particle, LexiconKind::particle)) return false;
  return is_phrase(PhraseKind::fac, context.view.text({c.span.begin, context.tokens[c.first].span.end}));
}

// Words that the text has as somebody's surname, and as a title.
struct Told {
  std::unordered_set<std::u16string_view> surnames;
  std::unordered_set<std::u16string_view> titles;
};

Told gather_told(const NameContext& context, const std::vector<NameCandidate>& candidates) {
  Told out;
  for (const NameCandidate& c : candidates) {
    if (c.type == EntityType::person && !is_single(c))
      out.surnames.insert(context.view.text(context.tokens[c.last - 1].span));
    if (c.type == EntityType::occ && is_single(c)) out.titles.insert(context.view.text(c.span));
  }
  return out;
}

// "the two researchers": a title alone is no person, unless it is somebody's
// surname or has a title before it.
bool is_title(const NameContext& context, const NameCandidate& c, const NameCandidate* before, const Told& told) {
  if (c.type != EntityType::person || !is_single(c) || has_name_hit(context, c)) return false;
  if (before && before->type == EntityType::occ && before->last == c.first) return false;
  const std::u16string_view word = context.view.text(c.span);
  if (told.surnames.count(word) != 0) return false;
  return told.titles.count(word) != 0 ||
         has_hit(context, c.first, c.span.begin, LexiconKind::title, LexiconKind::title);
}

// "the newspaper of X", X quoted or not, whatever X means elsewhere.
bool is_paper(const NameContext& context, const NameCandidate& c) {
  const bool strange = c.type == EntityType::occ || c.type == EntityType::work || c.type == EntityType::event ||
                       c.type == EntityType::person;
  if (!strange || c.first == 0 || !begins_bare(context, c)) return false;
  const bool quoted = quote_around(context, c) != 0 && c.first > 1;
  const size_t head = c.first - (quoted ? 2U : 1U);
  if (!find_cue(context, head, PhraseKind::media) || context.tokens[head + 1].line_start) return false;
  return c.type != EntityType::person || !has_name_hit(context, c);
}

// "Qalyubia, Sharqia and Gharbia": a direction joined to a place of that sort is one too.
bool continues_places(const NameContext& context, const NameCandidate& before, const NameCandidate& c) {
  const auto is_one = [&](const NameCandidate& name) {
    return is_single(name) && is_phrase(PhraseKind::direction, context.view.text(name.span));
  };
  return c.type == EntityType::norp && before.type == EntityType::gpe && before.last == c.first &&
         !begins_bare(context, c) && is_one(before) && is_one(c);
}

bool is_product(const NameContext& context, const NameCandidate& c) {
  const FoldedSpan head{c.span.begin, context.tokens[c.first].span.end};
  return c.type == EntityType::work && !is_single(c) && is_phrase(PhraseKind::product, context.view.text(head));
}

// "pistol X and rifle Y": one product each.
void append_products(const NameContext& context, NameCandidate c, std::vector<NameCandidate>& out) {
  c.type = EntityType::product;
  const uint32_t last = c.last;
  for (uint32_t i = c.first + 2; i + 1 < last; ++i) {
    const Reading* cue = find_cue(context, i, PhraseKind::product);
    if (!cue || cue->conjunction == 0) continue;
    NameCandidate before = c;
    before.last = i;
    before.span.end = context.tokens[i - 1].span.end;
    out.push_back(before);
    c.first = i;
    c.span.begin = cue->name;
  }
  out.push_back(c);
}

}  // namespace

void trim_loose_ends(const NameContext& context, std::vector<NameCandidate>& candidates) {
  for (NameCandidate& c : candidates) {
    while (c.last > c.first + 1 && is_dash(mark_at(context, c.last - 1))) --c.last;
    c.span.end = context.tokens[c.last - 1].span.end;
    trim_head(context, c);
  }
}

void drop_contradicted(const NameContext& context, std::vector<NameCandidate>& candidates) {
  std::vector<NameCandidate> kept;
  kept.reserve(candidates.size());
  for (size_t k = 0; k < candidates.size(); ++k) {
    const NameCandidate& c = candidates[k];
    if (is_speech(context, c)) {
      NameCandidate subject = c;
      subject.span.begin = context.tokens[++subject.first].span.begin;
      if (has_name_hit(context, subject)) kept.push_back(subject);
      continue;
    }
    if (is_plain_adjective(context, c) || is_direction(context, candidates, k) || is_remark(context, c) ||
        is_term(context, c))
      continue;
    kept.push_back(c);
  }
  candidates = std::move(kept);
}

void correct_types(const NameContext& context, std::vector<NameCandidate>& candidates) {
  const Told told = gather_told(context, candidates);
  std::vector<NameCandidate> out;
  out.reserve(candidates.size());
  for (NameCandidate& c : candidates) {
    if (is_product(context, c)) {
      append_products(context, c, out);
      continue;
    }
    if (!out.empty() && continues_places(context, out.back(), c)) c.type = EntityType::gpe;
    if (is_ruler(context, c)) c.type = EntityType::person;
    if (is_title(context, c, out.empty() ? nullptr : &out.back(), told)) c.type = EntityType::occ;
    if (is_building(context, c)) c.type = EntityType::fac;
    if (is_paper(context, c)) c.type = EntityType::org;
    out.push_back(std::move(c));
  }
  candidates = std::move(out);
}

}  // namespace fihris
