#include "gold_links.h"

#include "gold.h"

namespace fihris::gold {
namespace {

using Lines = std::vector<std::string>;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " | ") + part;
  return out;
}

Lines print_entities(std::u16string_view, const Analysis& analysis) {
  Lines out;
  for (const Entity& e : analysis.entities) {
    std::string line = "ENTITY " + std::string(kEntityTypeNames[static_cast<size_t>(e.type)]);
    if (!e.country.empty()) line += " " + e.country;
    line += "\t" + e.name;
    if (!e.aliases.empty() || !e.roles.empty()) line += "\t" + joined(e.aliases);
    if (!e.roles.empty()) line += "\t" + joined(e.roles);
    out.push_back(line);
  }
  return out;
}

Lines print_quotes(std::u16string_view source, const Analysis& analysis) {
  Lines out;
  for (const Quote& q : analysis.quotes) {
    std::string line = "QUOTE " + std::string(kQuoteKindNames[static_cast<size_t>(q.kind)]) + " " +
                       std::string(kStanceNames[static_cast<size_t>(q.stance)]);
    if (q.anonymous) line += " anonymous";
    const std::optional<Span> speaker = q.speaker ? analysis.mentions[*q.speaker].span : q.speaker_span;
    line += "\t" + (speaker ? cut(source, *speaker) : "-");
    line += "\t" + (q.verb ? cut(source, *q.verb) : "-");
    out.push_back(line + "\t" + cut(source, q.span));
  }
  return out;
}

std::string figure_surface(std::u16string_view source, const Analysis& analysis, uint32_t figure) {
  return cut(source, analysis.figures[figure].span);
}

Lines print_changes(std::u16string_view source, const Analysis& analysis) {
  Lines out;
  for (const Change& c : analysis.changes) {
    std::string line = "CHANGE " + std::string(kDirectionNames[static_cast<size_t>(c.direction)]);
    line += "\t" + (c.verb ? cut(source, *c.verb) : "-");
    const std::pair<const char*, std::optional<uint32_t>> parts[] = {
        {"from", c.from}, {"to", c.to}, {"delta", c.delta}, {"percent", c.percent}};
    for (const auto& [name, figure] : parts)
      if (figure) line += "\t" + std::string(name) + "=" + figure_surface(source, analysis, *figure);
    out.push_back(line);
  }
  return out;
}

Lines print_contexts(std::u16string_view source, const Analysis& analysis) {
  Lines out;
  for (const Figure& f : analysis.figures) {
    std::string line = "ABOUT\t" + cut(source, f.span);
    if (f.subject) line += "\tsubject=" + cut(source, *f.subject);
    if (f.when) line += "\twhen=" + figure_surface(source, analysis, *f.when);
    if (f.source && f.source->mention) {
      line += "\tsource=" + cut(source, analysis.mentions[*f.source->mention].span);
    } else if (f.source && f.source->span) {
      line += "\tsource=" + cut(source, *f.source->span);
    } else if (f.source) {
      line += "\tsource=-";
    }
    if (f.subject || f.when || f.source) out.push_back(line);
  }
  return out;
}

Lines print_timeline(std::u16string_view source, const Analysis& analysis) {
  Lines out;
  for (const Event& e : analysis.timeline) {
    const std::string when = e.from.empty() ? "-" : e.from + "/" + e.to;
    out.push_back("TIME " + when + "\t" + figure_surface(source, analysis, e.figure) + "\t" + cut(source, e.span));
  }
  return out;
}

Lines print_checks(std::u16string_view source, const Analysis& analysis) {
  Lines out;
  for (const Check& c : analysis.checks) {
    std::string line = "CHECK " + std::string(kCheckNames[static_cast<size_t>(c.kind)]);
    if (!c.stated.empty()) line += " " + c.stated;
    if (!c.expected.empty()) line += " " + c.expected;
    std::vector<std::string> evidence;
    for (const Span span : c.evidence) evidence.push_back(cut(source, span));
    out.push_back(line + "\t" + joined(evidence));
  }
  return out;
}

}  // namespace

std::optional<Lines> print_links(const std::vector<std::string>& shows, std::u16string_view source,
                                 const Analysis& analysis) {
  if (shows.size() != 1) return std::nullopt;
  if (shows[0] == "entities") return print_entities(source, analysis);
  if (shows[0] == "quotes") return print_quotes(source, analysis);
  if (shows[0] == "changes") return print_changes(source, analysis);
  if (shows[0] == "contexts") return print_contexts(source, analysis);
  if (shows[0] == "timeline") return print_timeline(source, analysis);
  if (shows[0] == "checks") return print_checks(source, analysis);
  return std::nullopt;
}

}  // namespace fihris::gold
