/** How English customers ask and what they want done: question kinds, wishes, states. One concept a line, its words and phrases. */
export const enAsking = `
how-long: how long, how many days, how many hours, how many weeks, how soon, how quickly, how fast, how much time, time frame, timeframe, turnaround, duration, processing time, usually take, normally take, take long, takes long, time it takes
when: when, what time, what day, which day, what date, which date, eta, estimated date, by when, how soon
until-when: until when, deadline, how late, last date, last day, latest, cut off, in time, due date
where: where, whereabouts, location, located, which place, find
why: why, reason, how come, what caused, cause, for what reason, explain why, what happened
how-to: how do i, how can i, how to, how would i, how should i, how does one, how do we, how can we, steps, procedure, way to, ways to, walk me through, what do i do, what should i do, what must i do, what is the process, tell me how, show me how, explain how, guide
allowed: can i, could i, may i, can we, may we, am i able, allowed, permitted, is it possible, possible to, possible, is there a way, any way, do you allow, option to, okay to, ok to, is it okay, able to, let me
offered: do you have, is there, are there, do you offer, do you provide, do you sell, have you got, got any, do you do, do you support, offered, provided, do you carry, do you give
what-kinds: what kinds, which kinds, what types, which types, what are the, list of, options, which ones, what sort, all the, what other, choice of, selection
want: want, wanna, need, require, looking for, look for, searching for, search for, would like, id like, we would like, interested in, wish, hoping to get, in need of, keen on, can i get, get me, give me, show me, send me
recommend: recommend, recommendation, suggest, suggestion, advise, advice, which is better, which one is best, what is the best, best, better, right for me, suitable, suit, choose, choosing, pick, help me choose, compare, comparison, difference between
details: details, information, info, know about, tell me about, know more, more about, learn about, describe, explain, specification, specs, what is, what are, about your
need-to-have: what do i need, requirement, required, necessary, do i need, do i have to, must i, have to, mandatory, obligatory, which documents, what documents, conditions, criteria, eligible, eligibility, qualify
help: help, assist, assistance, support me, need help, sort this out, look into, check for me, can you check, please check
status: status, update on, progress, whats happening, any news, follow up, check on, any update, where are we with
broken: not working, doesnt work, dont work, wont work, isnt working, stopped working, not work, does not work, fails, failing, fail, broken, faulty, malfunction, unresponsive, not functioning, out of order, defective, dead, wont start, wont turn on, doesnt function
problem: problem, issue, trouble, error, glitch, bug, went wrong, wrong with, difficulty, difficulties, having trouble, error message, whats wrong, somethings wrong
unable: unable, cant, cannot, couldnt, not able, wont let me, doesnt let me, didnt let me, not possible, impossible, will not let, unsuccessful, without success
crash: crash, crashing, freezing, freezes, hangs, keeps closing, blank screen, black screen, stuck screen, wont load, not loading, loading forever, wont open
not-arrived: not arrived, hasnt arrived, didnt arrive, never arrived, not received, havent received, didnt receive, never received, not come, hasnt come, didnt come, never came, not here, not there, isnt there, didnt get, havent got, havent gotten, never got, no sign of, still missing, not delivered, wasnt delivered, still not here
not-shown: not showing, doesnt show, didnt show, isnt showing, not shown, not appear, hasnt appeared, doesnt appear, cant see, dont see, not see, not visible, not reflected, not credited, not updated, hasnt updated, didnt update, not posted, not listed, missing from, still shows, isnt on my
pending: pending, in process, in progress, processing, not completed, not complete, incomplete, still waiting, waiting, awaiting, stuck, on hold, outstanding, not gone through, hasnt gone through, still open, unfinished, not yet, still not
late: late, delay, delayed, overdue, behind schedule, taking too long, taking so long, takes forever, taking forever, too slow, takes ages, for ages, so long, long time
declined: declined, decline, rejected, reject, refused, refuse, denied, deny, bounced, not accepted, wasnt accepted, wont accept, not approved, turned down, didnt go through, not go through, wont go through, was not successful, not authorised, disapproved
cancel: cancel, cancelled, cancellation, call off, abort, undo, revoke, retract, stop my, no longer want, dont want it, scrap, withdraw from
reverted: reverted, reversed, reversal, was returned, came back, went back, sent back, rolled back, put back, undone, bounced back
vanished: disappeared, vanished, gone, no longer there, isnt there anymore, suddenly missing, went missing
refund: refund, money back, reimburse, reimbursement, repay, give me my money, get my money, chargeback, money returned, pay me back
compensation: compensation, compensate, entitled, make up for, goodwill, pay for the damage, claim damages
send-back: return, returning, send back, sending back, give back, bring back, ship back, take it back, returns policy
exchange-item: swap, replace, replacement, replaced, exchange it, exchange the, another size, different size, different colour, new one instead, send a new
wrong: wrong, incorrect, mistake, mistaken, not correct, not right, inaccurate, isnt right, not what i, erroneous, mixed up, mismatch, false, misspelled, typo
unrecognised: dont recognise, dont recognize, not recognise, unrecognised, unknown, strange, weird, suspicious, didnt make, did not make, not mine, never made, wasnt me, unauthorised, unauthorized, dont remember, didnt authorise, not me, unfamiliar, no idea, didnt do, without my permission, not by me, dont know what
lost: lost, lose, losing, misplaced, cant find, left behind, left my, dropped, mislaid, forgot my, left it
stolen: stolen, stole, theft, robbed, thief, mugged, pickpocket, burgled, snatched
fraud: fraud, fraudulent, scam, scammed, hacked, hacker, compromised, phishing, cloned, identity theft, security breach, somebody is using, someone is using, someone used, someone else used, misused
damaged: damaged, damage, cracked, torn, leaking, smashed, dented, ripped, scratched, in pieces, shattered, bent, chipped, ruined, destroyed, broke, broken, split
missing-item: missing, incomplete, not included, left out, not in the box, wasnt in the, one short, part missing, only received, only got
extra: extra, additional, more than, hidden, unexpected, too much, added, on top, surcharge, overcharged, higher than, increased, went up, more expensive
another: another, second, spare, multiple, several, one more, additional one, more than one, two of
twice: twice, double, doubled, duplicate, duplicated, two times, more than once, repeated, multiple times, several times, second time, same transaction
change: change, modify, edit, amend, alter, adjust, correct, rectify, switch, different, make a change, update my, update the, fix my
add: add, include, adding, attach, put on, insert
remove: remove, delete, take off, erase, get rid of, drop, clear
close-account: close account, close my account, delete account, delete my account, deactivate, terminate, end my account, shut down, erase my account, close it, leave you, stop using, no longer need, get rid of my account, end membership, quit
open-account: open an account, open account, opening an account, sign up, signup, register, registering, registration, create an account, new account, join, joining, enrol, enroll, new user, first time, become a member, become a customer, get started
activate: activate, activation, activating, enable, switch on, turn on, set up, setup, start using, begin using, ready to use, make active
deactivate: turn off, switch off, disable, stop using, deactivate, block, pause, suspend
connect: connect, connecting, link, linked, linking, pair, pairing, sync, hook up, associate, integrate, integration
limit: limit, limits, maximum, max, minimum, min, cap, at most, restriction, restricted, threshold, allowance, how many times, highest, lowest, most i can, as much as
automatic: automatic, automatically, auto, recurring, scheduled, regularly, repeat, every month, periodically, intervals
verify: verify, verification, verified, confirm, confirmation, validate, validation, prove, proof, authenticate, authentication, authorise, authorize
forgot: forgot, forget, forgotten, cant remember, dont remember, no longer know, dont know my, lost my password, lost password
reset: reset, restore, recover, retrieve, renew, change my password, new password, new pin, set a new
blocked: blocked, block, locked, lock, locked out, frozen, freeze, unblock, unlock, suspended, disabled, barred, too many attempts, too many times, too often, banned
log-in: log in, login, logging in, sign in, signing in, log on, get into, access my account, enter my account, cant access, get in to, access the app
track: track, tracking, trace, locate, follow my, where is my, where exactly
speak: contact, call, speak, talk, reach you, reach out, get in touch, ring you, phone you, write to you, chat with, customer care, customer service, customer support, support team, helpline, hotline, call centre, toll free
person: human, agent, representative, operator, advisor, executive, real person, someone, somebody, live chat, manager, supervisor, staff member
complain: complain, complaint, terrible, awful, horrible, pathetic, useless, worst, unhappy, disappointed, dissatisfied, angry, frustrated, ridiculous, rubbish, waste of time, rude, bad service, not happy, unacceptable
praise: great service, love it, excellent, amazing, well done, wonderful, fantastic, impressed, happy with
safe: safe, safety, secure, security, dangerous, harmful, risk, risky, trust, trustworthy, reliable
genuine: genuine, original, authentic, authenticity, fake, counterfeit, real or fake, legit, legitimate, certified, imitation, copy
available: available, availability, in stock, out of stock, sold out, back in stock, restock, when available, have in stock, stock, unavailable
cost: cost, price, pricing, fee, fees, charge, rate, rates, how much, expensive, cheap, tariff, pay for, what do you charge, costs me, cheaper
free: free, no charge, free of charge, without charge, complimentary, at no cost, for nothing
charged: charged, debited, deducted, billed, taken from, took money, taken out, been charged, money was taken, took from
discount: discount, offer, offers, coupon, promo, promo code, voucher, deal, deals, sale, cashback, percent off, reduction, special price, bargain, reduced, concession, negotiate, student discount
refer: refer, referral, invite, refer a friend, invitation code, recommend a friend, bring a friend
reward: reward, rewards, points, loyalty, bonus, miles, earn, collect points, perks, cash back
expire: expire, expiry, expires, expired, expiration, valid, validity, valid until, run out, runs out, shelf life, best before, use by, still good
benefit: benefit, benefits, effect, effects, useful, purpose, what does it do, good for, advantages, helps with, results
use: use, using, usage, operate, instructions, manual, directions, how does it work, how it works
size: size, dimension, dimensions, length, width, height, fit, fits, measure, measurements, how big, how large, large, small, weigh, weight, heavy, how heavy
colour: colour, color, shade, flavour, flavor, taste, scent, pattern
quality: quality, durable, review, reviews, rating, material, made of, made from, any good, worth it
privacy: privacy, personal data, gdpr, data protection, my data, data you hold, data you store
hours: opening hours, opening times, open today, open on, still open, are you open, closing time, closed on, what time do you open, what time do you close, working hours, office hours, business hours, working days, weekends, public holiday
visit: store, shop, branch, outlet, showroom, in person, walk in, visit you, physical store, nearest, near me, address of your
language: language, in english, translate, translation, speak english, other languages
newsletter: newsletter, mailing list, marketing, advertising, promotional, spam, unsubscribe, stop emails, notifications, notify me, alerts, reminder emails
job: job, jobs, vacancy, hiring, career, careers, work for you, employment, recruitment, apply for a position, internship
partner: franchise, dealership, dealer, distributor, reseller, wholesale, affiliate, become a seller, sell with you, sell my products, collaborate, collaboration, partnership, sponsor, bulk, vendor, b2b, for my company
donate: donate, donation, charity, volunteer
greeting: hi, hello, hey, good morning, good evening, good afternoon, greetings, good day
thanks: thanks, thank you, cheers, bye, goodbye, appreciate, see you`
