/** What English customers ask about, trade by trade. One concept a line, its words and phrases. */
export const enTrades = `
account: account, profile, membership, user account, my details, personal details, personal information
identity: identity, identification, id card, who i am, passport, driving licence, drivers license, proof of identity, documents, kyc, selfie, ssn, national id
password: password, passcode, pass code, pin, pin code, credentials, security code, login code, one time code, otp, two factor
username: username, user name, user id, login name, nickname
name: name, surname, last name, first name, married name, maiden name, marriage, married, divorced
address: address, moved, moving, moved house, new home, relocate, relocating, home address, postcode, zip code, place of residence, moving house
phone: phone, mobile, cell, telephone, handset, smartphone, device, mobile number, phone number
email: email, e mail, mail address, inbox, mailbox
birthday: date of birth, birthday, birth date, born
card: card, cards, debit card, credit card, visa, mastercard, amex, plastic
virtual-card: virtual card, digital card, online card, virtual, disposable, single use, one time card, temporary card
physical-card: physical card, actual card, real card, plastic card
card-reader: contactless, tap, nfc, chip, swipe, magnetic strip, card reader, terminal
cash-machine: atm, cash machine, cashpoint, money machine, cash dispenser, teller machine, machine
swallowed: swallowed, ate my, kept my card, retained, stuck in the machine, didnt give back, took my card, wont give my card
cash: cash, banknotes, bank notes, coins, paper money
cheque: cheque, check deposit, checks, cheques, paper check
withdraw: withdraw, withdrawal, withdrawing, withdrew, take out, taking out, took out, get cash, getting cash, cash out, take money out, get money out
deposit: deposit, deposited, depositing, pay in, paid in, put in money, pay cash in
transfer: transfer, transferring, wire, send money, sent money, sending money, remittance, move money, bank transfer, swift, sepa, send funds, remit
recipient: recipient, beneficiary, payee, receiver, landlord, person i sent, friend i sent
incoming: receive money, incoming, money coming in, receive a payment, into my account, receive funds, paid to me
top-up: top up, topup, topping up, topped up, reload, add money, adding money, add funds, load money, fund my account, put money, recharge, refill
payment: payment, pay, paying, paid, transaction, transactions, purchase, purchases
payment-way: payment method, payment methods, ways of paying, modes of payment, payment options, pay with, pay by, accepted payment, how can i pay
wallet: apple pay, google pay, samsung pay, paypal, digital wallet, mobile wallet, smart watch
on-delivery: cash on delivery, pay on delivery, cod, pay the courier
instalment: instalment, installment, instalments, installments, emi, pay later, monthly payments, pay monthly, finance, financing, spread the cost, klarna
direct-debit: direct debit, standing order, mandate, autopay, recurring payment
balance: balance, remaining, funds left, how much do i have, available funds, how much is left, left over
statement: statement, statements, transaction history, account history, past transactions
salary: salary, wage, wages, paycheck, paycheque, payroll, pay slip, payslip, employer, direct deposit
currency: currency, currencies, euro, dollar, pound, yen, franc, rupee, gbp, usd, eur, multi currency
exchange-money: exchange, exchanging, convert, conversion, exchange rate, foreign exchange, fx, forex, interbank
crypto: crypto, cryptocurrency, bitcoin, ethereum, blockchain, coin wallet
savings: savings, save money, interest rate, interest, apr, yield, fixed deposit, savings account
invest: invest, investing, investment, shares, stocks, stock market, trading, fund, funds portfolio, portfolio, pension, retirement
loan: loan, loans, mortgage, borrow, lend, lending, overdraft, credit score, debt, credit limit, repayment
bank: bank, banks, iban, sort code, routing number, account number, bic
country: country, countries, abroad, overseas, international, europe, foreign, outside the country, worldwide, global, nation, region, other countries
travel: travel, travelling, trip, holiday, vacation, journey, going to
age: age, how old, years old, year old, minor, under 18, too young, age limit, minimum age
child: kid, kids, child, children, daughter, son, teenager, baby, infant, toddler, newborn, little one
family: family, wife, husband, partner, spouse, parents, mother, father, brother, sister, grandmother, joint, dependants
friend: friend, friends, colleague, neighbour, someone else, other person, on behalf of
merchant: merchant, seller, retailer, vendor, shop keeper, restaurant, business, businesses, store owner, supplier
accept: accept, accepted, accepts, acceptance, take cards, usable, use it at, where can i use, works with, compatible, valid at
invoice: invoice, bill, bills, receipt, proof of purchase, tax invoice, billing, billing statement
tax: tax, taxes, vat, gst, duty, duties, customs, import tax, tax return
subscription: subscription, plan, plans, package deal, premium, tier, membership plan, subscribe
upgrade: upgrade, downgrade, bigger plan, higher plan, better plan, smaller plan, switch plan, change plan
renewal: renew, renewal, extend, extension, prolong, continue my, auto renew
trial: trial, free trial, try it, try out, demo, sample, samples, test it, money back guarantee
contract: contract, agreement, terms, conditions, notice period, commitment, minimum term, locked in
buy: buy, purchase, purchasing, bought, place an order, get hold of, shopping, acquire
order: order, orders, ordered, ordering, my order, order number
cart: cart, basket, shopping bag, checkout, check out page
delivery: deliver, delivery, delivering, ship, shipping, shipment, dispatch, courier, carrier, postage, arrive, arrival, get here, reach me, sent out
parcel: parcel, package, packet, box, consignment
pickup: pick up, pickup, collect, collection, click and collect, locker, parcel shop, collection point
delivery-area: deliver to, ship to, delivery area, service area, serviceable, my area, postcode, do you come to, international shipping, do you ship
product: product, products, item, items, article, goods, model, brand
gift: gift, gift card, gift voucher, gift wrap, present, gift certificate
warranty: warranty, guarantee, guaranteed, under warranty
repair: repair, fix, mend, service centre, servicing, technician, engineer, maintenance, workshop
spare-part: spare part, spare parts, parts, accessory, accessories, attachment
assemble: assemble, assembly, put together, mount, fitting, install, installation, installing
app: app, application, website, site, web, portal, online, web page, platform, browser, desktop
device: computer, laptop, tablet, screen, keyboard, printer, camera, headphones, speaker, battery, charger, charging, usb
update-software: software, firmware, version, download, downloading, android, ios, windows, mac, latest version, patch
internet: internet, wifi, wi fi, broadband, router, modem, fibre, fiber, connection, network
signal: signal, coverage, reception, no service, dead zone, bars, 4g, 5g
speed: speed, slow, fast, lag, lagging, buffering, mbps, bandwidth
outage: outage, disconnected, offline, no internet, cut off, dropping, drops out, down in my area, interruption
sim: sim, sim card, esim, micro sim
roaming: roaming, use my phone abroad, data abroad, international pack
call-time: minutes, texts, sms, text messages, calls, calling, voicemail, ringtone, landline
mobile-data: mobile data, gigabytes, gb, megabytes, data left, data usage, hotspot, tethering
number-port: port, porting, keep my number, transfer my number, number transfer, switch provider
tv: tv, television, channel, channels, set top box, streaming, stream, series, episode
game: game, games, gaming, console, player, multiplayer, level, in game, skin, server
electricity: electricity, electric, power, gas, meter, meter reading, kwh, energy, heating, boiler, solar, consumption
water: water, leak, plumbing, pipe, drain, sewage
rubbish: bin, bins, waste, recycling, garbage, trash, rubbish collection
flight: flight, flights, plane, airline, fly, flying, aircraft, boarding, departure, landing, layover, connection flight
airport: airport, terminal, gate, lounge, security check
seat: seat, seats, legroom, window seat, aisle, sit together, sit
luggage: luggage, baggage, bag, bags, suitcase, carry on, hand luggage, trolley, backpack, checked bag
check-in: check in, checkin, checking in, web check in, boarding pass, boarding card
visa-paper: visa, entry requirements, travel documents, residence permit, border, immigration
hotel: hotel, room, rooms, stay, suite, accommodation, hostel, guesthouse, overnight, nights, bed and breakfast, resort
booking: book, booking, booked, reserve, reservation, reserved, itinerary
reschedule: reschedule, postpone, another date, different date, another day, change the date, rebook, move my booking, later date, earlier date
appointment: appointment, slot, schedule, time slot, consultation, visit date
guest: guest, guests, passenger, passengers, traveller, visitors, people, adults, group
pet: pet, pets, dog, dogs, cat, cats, animal, animals, puppy, kitten
parking: parking, park my car, garage, car park, parking space
transport: taxi, cab, bus, train, metro, subway, tram, ride, shuttle, driver, transit, public transport
car: car, vehicle, rental car, rent a car, hire a car, motorbike, van, tyre, tire, engine, fuel, petrol, mileage
bike: bicycle, bike, scooter, e bike
amenity: pool, swimming pool, gym, spa, sauna, towels, air conditioning, balcony, breakfast included
wheelchair: wheelchair, disabled, disability, accessibility, accessible, special assistance, mobility
weather-stop: cancelled by you, you cancelled, strike, bad weather, force majeure
insurance: insurance, insured, policy, insurer, cover, coverage, covered, premium, excess, deductible
claim: claim, claims, file a claim, accident, reimbursed for, damage report
doctor: doctor, physician, hospital, clinic, nurse, surgery, specialist, therapist, dentist, medical
medicine: medicine, medication, prescription, pharmacy, drug, pill, pills, tablet, tablets, capsule, capsules, antibiotic
illness: sick, ill, illness, disease, pain, fever, symptom, symptoms, allergy, allergic, diabetic, diabetes, pregnant, pregnancy, breastfeeding
side-effect: side effect, side effects, adverse, reaction, harmful, contraindication
dosage: dosage, dose, how to take, when to take, how many tablets, intake, per day, times a day, before meals, consume
vaccine: vaccine, vaccination, jab, immunisation, shot, booster
immunity: immunity, immune system, immune
pandemic: covid, corona, coronavirus, pandemic, lockdown, quarantine
diet: diet, nutrition, calories, meal plan, diet plan, eating, healthy eating
body-goal: lose weight, weight loss, gain weight, weight gain, muscle, muscles, fat, slim, bodybuilding, body, mass, fit, fitness, strength, belly
exercise: gym, workout, exercise, training, yoga, running, jogging, class, classes, personal trainer
supplement: supplement, supplements, protein, vitamin, vitamins, multivitamin, powder, creatine, whey, omega, amino
cosmetics: skin, hair, cream, shampoo, makeup, lipstick, perfume, lotion, sunscreen, acne, nails
clothing: shirt, dress, shoes, trousers, jacket, jeans, coat, sneakers, boots, socks, clothes
furniture: table, chair, sofa, couch, bed, mattress, wardrobe, shelf, desk, pillow, cupboard
appliance: washing machine, fridge, refrigerator, oven, dishwasher, microwave, vacuum cleaner, kettle, dryer, toaster
ingredient: ingredient, ingredients, contain, contains, gluten, vegan, vegetarian, halal, kosher, sugar, nuts, lactose, nutrition facts, organic
food: food, meal, restaurant, pizza, burger, coffee, breakfast, lunch, dinner, menu, dish, drink, drinks, snack, cake, bread, wine, beer
table-for: table for, reserve a table, seats at, dine in, outdoor seating
cook: recipe, cook, cooking, bake, baking, boil, fry, ingredients for
school: course, courses, lesson, exam, exams, student, students, university, school, tuition, degree, homework, teacher, semester, study
certificate: certificate, diploma, transcript, confirmation letter, attestation, proof of
enrolment: enrol, enrolment, admission, apply, application, application form
property: rent, tenant, apartment, flat, house, lease, landlord, real estate, property
official: tax office, city hall, permit, licence, license, register office, passport office, fine, ticket for speeding, vote
ticket: ticket, tickets, concert, event, show, venue, gig, festival, match tickets, entry, admission fee
library: library, book loan, magazine, ebook, reading
weather: weather, rain, raining, snow, sunny, temperature outside, forecast, umbrella, wind, storm, humid, degrees
alarm: alarm, alarms, wake me, timer, snooze, remind me, reminder, reminders, stopwatch
music: music, song, songs, playlist, play some, album, artist, podcast, radio, band, singer, volume, audiobook, tune
film: movie, movies, film, films, cinema, theatre, actor, trailer, watch a
news: news, headlines, newspaper, current events
joke: joke, jokes, funny, riddle, sing, poem, make me laugh, story
smart-home: lights, lamp, thermostat, bulb, living room, kitchen, bedroom light, garage door, blinds
calendar: calendar, meeting, agenda, anniversary, party, diary
shopping-list: shopping list, grocery, groceries, to do list, todo, list of things
sport: football, soccer, cricket, tennis, basketball, match, score, team, league, championship, golf
maths: plus, minus, times, divided, square root, multiply, calculate, equals, percent of
knowledge: capital of, president, who is, who was, population, meaning of, define, definition, history of, how tall, how far, who invented, who wrote
social: facebook, twitter, instagram, tweet, whatsapp, social media, post on, followers
message: text my, message to, email to, call my, send a text, dial
feelings: love you, lonely, bored, sad, happy, marry me, feel
garden: plant, plants, garden, tomatoes, flowers, lawn, seeds
place: city, town, street, near, nearby, around here, downtown, village
date: today, tomorrow, yesterday, tonight, morning, evening, weekend, monday, tuesday, wednesday, thursday, friday, saturday, sunday, next week, last week`
