// The result's outside: field names, order and number forms that callers rely on.
#include "output/json.h"

#include <gtest/gtest.h>

#include "output/jsonl.h"
#include "output/values.h"

namespace fihris {
namespace {

Analysis sample() {
  Analysis a;
  a.length = 20;
  a.blocks = {{{0, 20}, BlockKind::heading}};
  a.sentences = {{0, 20}};
  a.mentions = {{.span = {0, 4}, .type = EntityType::org, .confidence = 0.97126F, .via = Via::model, .evidence = "x"}};
  a.entities = {{.type = EntityType::org,
                 .name = "DeepSeek",
                 .country = "CN",
                 .mentions = {0},
                 .roles = {"r"},
                 .spelling_confidence = 0.875F}};
  a.figures = {
      {.span = {5, 9},
       .type = FigureType::money,
       .value = 1e12,
       .hedge = Hedge::approx,
       .unit = "USD",
       .per = "year",
       .of = Span{6, 9}},
      {.span = {10, 12}, .type = FigureType::date, .timex = "2024-07", .from = "2024-07-01", .to = "2024-08-01"}};
  a.figures[0].subject = Span{0, 4};
  a.figures[0].when = 1;
  a.figures[0].source = Source{Span{12, 19}, 0, 0};
  a.figures[0].change = 0;
  a.quotes = {{.span = {12, 19},
               .kind = QuoteKind::indirect,
               .speaker = 0,
               .verb = Span{11, 12},
               .stance = Stance::claim,
               .anonymous = true}};
  a.changes = {{.span = {5, 9}, .direction = Direction::rise, .verb = Span{4, 5}, .to = 0}};
  a.timeline = {{.figure = 1, .sentence = 0, .span = {5, 12}, .from = "2024-07-01", .to = "2024-08-01"}};
  a.checks = {{.kind = CheckKind::told_twice,
               .confidence = 0.9F,
               .evidence = {{5, 9}},
               .figures = {0},
               .stated = "1",
               .expected = "2"}};
  a.warnings = {{.code = "invisible_characters", .span = Span{3, 4}, .message = "m"}};
  return a;
}

TEST(Json, KeepsTheContract) {
  EXPECT_EQ(
      to_json(sample(), "7"),
      R"({"id":7,"schema":"fihris/1","unit":"utf16","length":20,)"
      R"("blocks":[{"start":0,"end":20,"kind":"heading"}],"sentences":[{"start":0,"end":20}],)"
      R"("mentions":[{"id":0,"start":0,"end":4,"type":"ORG","entity":0,"confidence":0.971,"via":"model",)"
      R"("evidence":"x"}],"entities":[{"id":0,"type":"ORG","name":"DeepSeek","aliases":[],"country":"CN",)"
      R"("mentions":[0],"roles":["r"],"spelling_confidence":0.875}],"figures":[{"id":0,"start":5,"end":9,"type":"MONEY",)"
      R"("value":1000000000000,"low":null,"high":null,"hedge":"approx","unit":"USD","per":"year",)"
      R"("of":{"start":6,"end":9},"subject":{"start":0,"end":4},"when":1,)"
      R"("source":{"start":12,"end":19,"mention":0,"quote":0},"change":0},{"id":1,"start":10,"end":12,"type":"DATE","value":null,"low":null,)"
      R"("high":null,"unit":null,"timex":"2024-07","from":"2024-07-01","to":"2024-08-01"}],)"
      R"("quotes":[{"start":12,"end":19,"kind":"indirect","speaker":0,"verb":{"start":11,"end":12},)"
      R"("stance":"claim","anonymous":true}],)"
      R"("changes":[{"id":0,"start":5,"end":9,"direction":"rise","verb":{"start":4,"end":5},"to":0}],)"
      R"("timeline":[{"start":5,"end":12,"figure":1,"sentence":0,"resolved":true,"from":"2024-07-01",)"
      R"("to":"2024-08-01"}],"checks":[{"kind":"told_twice","confidence":0.9,)"
      R"("evidence":[{"start":5,"end":9}],"figures":[0],"stated":"1","expected":"2"}],)"
      R"("warnings":[{"code":"invisible_characters","start":3,"end":4,"message":"m"}]})");
}

TEST(Json, WritesNumbersShortAndExact) {
  EXPECT_EQ(format_number(0.1), "0.1");
  EXPECT_EQ(format_number(-3), "-3");
  EXPECT_EQ(format_number(1200000000), "1200000000");
  EXPECT_EQ(format_number(25799.52), "25799.52");
  EXPECT_EQ(format_number(1e21), "1e+21");
}

TEST(Values, AreOneLine) {
  EXPECT_EQ(describe_value(sample().figures[0]), "approx 1000000000000 USD /year");
  EXPECT_EQ(describe_value(sample().figures[1]), "2024-07");
  EXPECT_EQ(describe_value({.low = 30, .high = 33, .unit = "%"}), "30..33 %");
  EXPECT_EQ(describe_value({.low = 1000}), "1000..");
}

TEST(JsonLines, AnswerEveryLine) {
  const Options none;
  EXPECT_EQ(analyse_line(R"({"id":"a","text":"x"})", none).error, "");
  EXPECT_EQ(analyse_line(R"({"id":{"n":1},"text":"x"})", none).json.rfind(R"({"id":{"n":1},"schema":"fihris/1")", 0),
            0U);
  const LineResult no_text = analyse_line(R"({"id":5})", none);
  EXPECT_EQ(no_text.json, R"({"id":5,"error":"no \"text\" string"})");
  EXPECT_NE(analyse_line("{", none).error, "");
  EXPECT_NE(analyse_line("[1]", none).error, "");
  EXPECT_NE(analyse_line("{\"text\":\"\xff\"}", none).error, "");
  EXPECT_NE(analyse_line(R"({"id":1,"text":"x","date":"2025-02-30"})", none).error, "");
  EXPECT_EQ(analyse_line(R"({"id":1,"text":"x","date":null})", none).error, "");
}

}  // namespace
}  // namespace fihris
