#include "output/json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace fihris {
namespace {

using Json = nlohmann::ordered_json;

// Whole values print as integers: 1000000000000, not 1000000000000.0. Past
// 2^53 a double no longer holds every integer, so those keep their exponent.
Json number(double value) {
  constexpr double kExact = 9007199254740992.0;
  if (std::nearbyint(value) == value && std::abs(value) < kExact) return static_cast<int64_t>(value);
  return value;
}

Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }

// Confidence with three decimals: more would pretend a precision it lacks.
double rounded(float confidence) { return std::nearbyint(static_cast<double>(confidence) * 1000) / 1000; }

Json span(Span s) { return Json{{"start", s.begin}, {"end", s.end}}; }

template <class Item, class Write>
Json list(const std::vector<Item>& items, Write write) {
  Json out = Json::array();
  for (const Item& item : items) out.push_back(write(item));
  return out;
}

template <class Item, class Write>
Json numbered(const std::vector<Item>& items, Write write) {
  Json out = Json::array();
  for (size_t i = 0; i < items.size(); ++i) out.push_back(write(items[i], i));
  return out;
}

void put_text(Json& out, const char* key, const std::string& text) {
  if (!text.empty()) out[key] = text;
}

std::string_view block_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "heading";
    case BlockKind::noise:
      return "noise";
    case BlockKind::paragraph:
      break;
  }
  return "paragraph";
}

Json mention_json(const Mention& m, size_t id) {
  Json out = {{"id", id}};
  out.update(span(m.span));
  out["type"] = kEntityTypeNames[static_cast<size_t>(m.type)];
  out["entity"] = m.entity;
  out["confidence"] = rounded(m.confidence);
  out["via"] = kViaNames[static_cast<size_t>(m.via)];
  put_text(out, "evidence", m.evidence);
  return out;
}

Json entity_json(const Entity& e, size_t id) {
  Json out = {{"id", id}, {"type", kEntityTypeNames[static_cast<size_t>(e.type)]}, {"name", e.name}};
  out["aliases"] = e.aliases;
  put_text(out, "country", e.country);
  put_text(out, "latin", e.latin);
  out["mentions"] = e.mentions;
  out["roles"] = e.roles;
  if (e.spelling_confidence > 0) out["spelling_confidence"] = rounded(e.spelling_confidence);
  return out;
}

void put_index(Json& out, const char* key, std::optional<uint32_t> index) {
  if (index) out[key] = *index;
}

Json source_json(const Source& source) {
  Json out = source.span ? span(*source.span) : Json::object();
  put_index(out, "mention", source.mention);
  put_index(out, "quote", source.quote);
  return out;
}

Json figure_json(const Figure& f, size_t id) {
  Json out = {{"id", id}};
  out.update(span(f.span));
  out["type"] = kFigureTypeNames[static_cast<size_t>(f.type)];
  out["value"] = number(f.value);
  out["low"] = number(f.low);
  out["high"] = number(f.high);
  if (f.hedge != Hedge::none) out["hedge"] = kHedgeNames[static_cast<size_t>(f.hedge)];
  out["unit"] = f.unit.empty() ? Json(nullptr) : Json(f.unit);
  put_text(out, "per", f.per);
  if (f.of) out["of"] = span(*f.of);
  put_text(out, "timex", f.timex);
  put_text(out, "from", f.from);
  put_text(out, "to", f.to);
  put_text(out, "hijri", f.hijri);
  if (f.score) out["score"] = *f.score;
  if (f.subject) out["subject"] = span(*f.subject);
  put_index(out, "when", f.when);
  if (f.source) out["source"] = source_json(*f.source);
  put_index(out, "change", f.change);
  put_text(out, "rule", f.rule);
  return out;
}

Json quote_json(const Quote& q) {
  Json out = span(q.span);
  out["kind"] = kQuoteKindNames[static_cast<size_t>(q.kind)];
  out["speaker"] = q.speaker ? Json(*q.speaker) : Json(nullptr);
  if (q.speaker_span) out["speaker_span"] = span(*q.speaker_span);
  if (q.verb) out["verb"] = span(*q.verb);
  out["stance"] = kStanceNames[static_cast<size_t>(q.stance)];
  if (q.anonymous) out["anonymous"] = true;
  return out;
}

Json change_json(const Change& c, size_t id) {
  Json out = {{"id", id}};
  out.update(span(c.span));
  out["direction"] = kDirectionNames[static_cast<size_t>(c.direction)];
  if (c.verb) out["verb"] = span(*c.verb);
  put_index(out, "from", c.from);
  put_index(out, "to", c.to);
  put_index(out, "delta", c.delta);
  put_index(out, "percent", c.percent);
  return out;
}

Json event_json(const Event& e) {
  Json out = span(e.span);
  out["figure"] = e.figure;
  out["sentence"] = e.sentence;
  out["resolved"] = !e.from.empty();
  put_text(out, "from", e.from);
  put_text(out, "to", e.to);
  return out;
}

Json check_json(const Check& c) {
  Json out = {{"kind", kCheckNames[static_cast<size_t>(c.kind)]}, {"confidence", rounded(c.confidence)}};
  out["evidence"] = list(c.evidence, span);
  out["figures"] = c.figures;
  put_text(out, "stated", c.stated);
  put_text(out, "expected", c.expected);
  return out;
}

Json warning_json(const Warning& w) {
  Json out = {{"code", w.code}};
  if (w.span) out.update(span(*w.span));
  out["message"] = w.message;
  return out;
}

}  // namespace

std::string to_json(const Analysis& analysis, std::string_view id_json) {
  Json out = Json::object();
  if (!id_json.empty()) out["id"] = Json::parse(id_json, nullptr, false);
  out["schema"] = "fihris/1";
  out["unit"] = "utf16";
  out["length"] = analysis.length;
  out["blocks"] = list(analysis.blocks, [](const Block& b) {
    Json block = span(b.span);
    block["kind"] = block_name(b.kind);
    return block;
  });
  out["sentences"] = list(analysis.sentences, span);
  out["mentions"] = numbered(analysis.mentions, mention_json);
  out["entities"] = numbered(analysis.entities, entity_json);
  out["figures"] = numbered(analysis.figures, figure_json);
  out["quotes"] = list(analysis.quotes, quote_json);
  out["changes"] = numbered(analysis.changes, change_json);
  out["timeline"] = list(analysis.timeline, event_json);
  out["checks"] = list(analysis.checks, check_json);
  out["warnings"] = list(analysis.warnings, warning_json);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace fihris
