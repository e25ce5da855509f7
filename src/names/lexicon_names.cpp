// Names that stand in the lexicon as whole phrases, and the context the other
// sources share.
#include "names/candidates.h"

namespace fihris {
namespace {

// How often an unhindered hit is a name of its type: phrases of several words
// nearly always, single unflagged words mostly, flagged ones seldom.
float hit_score(const LexiconHit& hit, EntityType type) {
  const uint32_t length = hit.last - hit.first;
  if (length >= 2) return 0.80F + 0.02F * static_cast<float>(length < 6 ? length : 6);
  if (hit.ambiguous) return 0.30F;
  switch (type) {
    case EntityType::gpe:
    case EntityType::norp:
      return 0.78F;
    case EntityType::org:
    case EntityType::loc:
      return 0.66F;
    case EntityType::person:
      return 0.60F;
    default:
      return 0.55F;
  }
}

// A word cut by a preposition alone ("b" + stem) is weaker evidence than the
// word as it stands: many everyday words begin with those letters.
float cut_penalty(const LexiconHit& hit) {
  if (hit.reading.article || hit.reading.preposition == 0) return hit.reading.conjunction ? 0.02F : 0.0F;
  return 0.08F;
}

}  // namespace

NameContext::NameContext(const View& v, const Tokens& t, const std::vector<LexiconHit>& h)
    : view(v), tokens(t), hits(h) {
  hit_begins.assign(tokens.size() + 1, 0);
  for (const LexiconHit& hit : hits) ++hit_begins[hit.first + 1];
  for (size_t i = 1; i < hit_begins.size(); ++i) hit_begins[i] += hit_begins[i - 1];
}

const LexiconHit* NameContext::find_hit(size_t token, LexiconKind from, LexiconKind to) const {
  if (token >= tokens.size()) return nullptr;
  for (const LexiconHit& hit : hits_at(token))
    if (hit.kind >= from && hit.kind <= to) return &hit;
  return nullptr;
}

bool NameContext::continues(size_t token) const {
  if (token + 1 >= tokens.size()) return false;
  const Token& next = tokens[token + 1];
  return !next.line_start && next.sentence == tokens[token].sentence && next.kind != TokenKind::punctuation;
}

std::optional<EntityType> type_of_kind(LexiconKind kind) {
  if (kind == LexiconKind::gpe) return EntityType::gpe;
  if (kind == LexiconKind::loc) return EntityType::loc;
  if (kind == LexiconKind::fac) return EntityType::fac;
  if (kind >= LexiconKind::company && kind <= LexiconKind::religious) return EntityType::org;
  switch (kind) {
    case LexiconKind::person:
      return EntityType::person;
    case LexiconKind::norp:
      return EntityType::norp;
    case LexiconKind::product:
      return EntityType::product;
    case LexiconKind::event:
      return EntityType::event;
    case LexiconKind::law:
      return EntityType::law;
    case LexiconKind::work:
      return EntityType::work;
    case LexiconKind::language:
      return EntityType::language;
    default:
      return std::nullopt;
  }
}

void propose_lexicon_names(const NameContext& context, std::vector<NameCandidate>& out) {
  for (const LexiconHit& hit : context.hits) {
    const std::optional<EntityType> type = type_of_kind(hit.kind);
    if (!type) continue;
    const FoldedSpan span{hit.reading.name, context.tokens[hit.last - 1].span.end};
    if (span.end - span.begin < 3) continue;
    const float score = hit_score(hit, *type) - cut_penalty(hit);
    const std::string_view latin = lexicon_latin(hit.row);
    out.push_back({hit.first, hit.last, span, *type, score, Via::lexicon, std::string(latin), hit.row});
  }
}

}  // namespace fihris
