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
  put_text(out, "rule", f.rule);
  return out;
}

Json quote_json(const Quote& q) {
  Json out = span(q.span);
  out["kind"] = kQuoteKindNames[static_cast<size_t>(q.kind)];
  out["speaker"] = q.speaker ? Json(*q.speaker) : Json(nullptr);
  if (q.speaker_span) out["speaker_span"] = span(*q.speaker_span);
  if (q.verb) out["verb"] = span(*q.verb);
  return out;
}

Json warning_json(const Warning& w) {
  Json out = {{"code", w.code}};
  if (w.span) out.update(span(*w.span));
  out["message"] = w.message;
  return out;
}

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
  out["warnings"] = list(analysis.warnings, warning_json);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace fihris
